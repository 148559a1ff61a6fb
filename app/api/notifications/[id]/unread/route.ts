import { changeRoute } from '../change-route';

export const POST = changeRoute('unread', 'Mark one of the caller’s notifications as unread again');
