import { changeRoute } from '../change-route';

export const POST = changeRoute('archived', 'Put one of the caller’s notifications away');
