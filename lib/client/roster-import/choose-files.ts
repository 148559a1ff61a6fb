import { readTextFile } from '../person/read-text-file';

const taken = ['manifest', 'orgs', 'academicSessions', 'users', 'courses', 'classes', 'enrollments'].map(
  (name) => `${name}.csv`,
);

/** What was chosen: the files by their names, and those that are none of ours or not in UTF-8. */
export interface ChosenFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly foreign: readonly string[];
}

/** Reads the files of a roster; others are not even read, since they may hold what nobody should send. */
export async function chooseFiles(chosen: readonly File[]): Promise<ChosenFiles> {
  const known = chosen.filter(({ name }) => taken.includes(name));
  const read = await Promise.all(known.map(readTextFile));
  return {
    files: Object.fromEntries(read.map(({ name, text }) => [name, text])),
    ignored: chosen.filter(({ name }) => !taken.includes(name)).map(({ name }) => name),
    foreign: read.filter(({ encoding }) => encoding !== 'UTF-8').map(({ name }) => name),
  };
}
