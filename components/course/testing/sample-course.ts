import type { CourseView } from '@/lib/contracts/http/course';
import type { Me } from '@/lib/contracts/http/me';

export const sampleCourse = (change: Partial<CourseView> = {}): CourseView => ({
  id: 'c1',
  code: 'CS204',
  name: 'Algorithms',
  description: '',
  credits: 5,
  section: 'A',
  term: { id: 't1', code: '2026W', name: 'Winter 2026' },
  department: null,
  semester: 1,
  status: 'active',
  capacity: 2,
  taken: 1,
  waiting: 0,
  offer_hours: null,
  faculty: [],
  prerequisites: [],
  own: null,
  version: 1,
  ...change,
});

export const sampleMe = (role: Me['role']): Me => ({
  id: 'u1',
  name: 'Ada',
  email: 'ada@nimbusu.test',
  role,
  department: null,
  session_expires_at: '2100-01-01T00:00:00.000Z',
  session_id: 's1',
  locale: null,
  time_zone: null,
  may_announce: role !== 'student',
  may_announce_to_department: role === 'admin',
});
