export const home = {
  title: 'Home',
  unread: 'Unread',
  unreadList: 'Unread notifications',
  loadingUnread: 'Loading what you have not read',
  latest: 'Latest announcements',
  pinned: 'Pinned',
  own: 'Your announcements',
  noneOwn: 'You have not announced anything yet',
  noneOwnText: 'What you announce to your department stands here, with how far it has come.',
  loadingOwn: 'Loading your announcements',
  reach: (targeted: string, seen: string, acknowledged: string | null) =>
    acknowledged === null
      ? `Seen by ${seen} of ${targeted}`
      : `Seen by ${seen} of ${targeted}, acknowledged by ${acknowledged}`,
  overview: {
    counters: 'Now',
    loading: 'Loading the overview',
    notLoaded: 'The overview could not be loaded',
    online: 'People online',
    published: 'Announcements published today',
    delivered: 'Notifications delivered today',
    urgent: 'Urgent, not acknowledged',
    changed: 'just now',
    latestEvents: 'Last events',
    eventList: 'Last events',
    noEvents: 'No events yet',
    noEventsText: 'What happens in the university appears here by itself.',
  },
  allAnnouncements: 'All announcements',
};
