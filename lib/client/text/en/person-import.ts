/** The import of people: for administrators alone. */
export const personImport = {
  title: 'Import people',
  what: 'What to import',
  ofPeople: 'A list of people',
  ofRoster: 'OneRoster files',
  file: 'CSV file',
  fileHint:
    'Columns: email, name, role (student, faculty or admin), department (its code) and register number. Nothing is written before you have seen what would happen.',
  looking: 'Looking at the file',
  encoding: (name: string, encoding: string) =>
    `${name} is written in ${encoding}, not in UTF-8. Nothing was read yet.`,
  readAnyway: (encoding: string) => `Read it as ${encoding}`,
  columns: 'Columns',
  columnsText: 'Which column of the file is which. What is not taken from the file stays as it is.',
  notTaken: 'Not in the file',
  refused: {
    encoding: 'The file is not written in UTF-8. Save it as “CSV UTF-8” and choose it again.',
    malformed:
      'The file is no CSV table: a quotation mark is opened and never closed, or stands inside a cell.',
    header: 'The headings are not known, or one is there twice. Say below which column is which.',
    too_big: 'The file has more than 20,000 rows. Split it.',
    mapping: 'Each column of the file can be taken once, and the email has to be taken from one.',
    tooLong: 'The file is too large. Split it.',
  },
  counts: { create: 'new', change: 'changed', unchanged: 'unchanged', error: 'with errors' },
  kinds: { create: 'New', change: 'Changed', unchanged: 'Unchanged', error: 'Errors' },
  row: (row: number) => `Row ${row}`,
  more: (count: number) => (count === 1 ? 'and one more row' : `and ${count} more rows`),
  columnNames: {
    email: 'Email',
    name: 'Name',
    role: 'Role',
    department: 'Department',
    register_no: 'Register number',
  },
  problems: {
    invalid_format: 'is not written as it has to be',
    missing: 'is missing',
    unknown: 'is not known',
    twice: 'is in the file twice',
    taken: 'belongs to somebody else',
    deleted: 'belongs to a deleted account',
    is_self: 'is your own, and nobody changes their own role',
    other: 'cannot be taken as it is',
  },
  nothing: 'none',
  errorList: 'Download the errors',
  fixFirst: 'Nothing is written while a row has an error. Correct the file and choose it again.',
  nothingToDo: 'The accounts are already as the file has them.',
  import: (create: number, change: number) => {
    const parts = [create > 0 ? `create ${create}` : '', change > 0 ? `change ${change}` : ''].filter(
      Boolean,
    );
    const words = parts.join(', ');
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  },
  importing: 'Writing',
  lookAgain: 'Look at the file again',
  done: (created: number, changed: number) => `${created} created, ${changed} changed.`,
  doneText: 'Who is new sets a password by “Forgot password” on the sign-in page.',
  toList: 'To the people',
  another: 'Import another file',
};
