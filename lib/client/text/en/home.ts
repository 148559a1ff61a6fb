export const home = {
  title: 'Home',
  unread: 'Unread',
  unreadList: 'Unread notifications',
  loadingUnread: 'Loading what you have not read',
  latest: 'Latest announcements',
  allAnnouncements: 'All announcements',
};
