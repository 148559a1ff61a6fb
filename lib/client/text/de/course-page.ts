import type { coursePage as english } from '../en/course-page';

export const coursePage: typeof english = {
  classes: {
    title: 'Kommende Termine',
    week: 'Wochenansicht',
    loading: 'Termine werden geladen',
    notLoaded: 'Die Termine konnten nicht geladen werden',
    none: 'Diese und nächste Woche keine Termine',
    noneText: 'Was geplant, verlegt oder abgesagt wird, erscheint hier von selbst.',
    cancelled: 'Abgesagt',
    changed: 'Geändert',
    was: (what) => `Geplant: ${what}`,
    noRoom: 'noch kein Raum',
    noTeacher: 'noch keine Lehrperson',
    times: (zone) => `Zeiten der Universität (${zone})`,
  },
  announcements: {
    title: 'Ankündigungen an diesen Kurs',
    none: 'Diesem Kurs wurde nichts angekündigt',
    noneText: 'Was den Leuten dieses Kurses angekündigt wird, erscheint hier von selbst.',
    more: 'Alle zeigen',
  },
};
