import { changeRoute } from '../change-route';

export const POST = changeRoute('restored', 'Take one of the caller’s notifications out of the archive');
