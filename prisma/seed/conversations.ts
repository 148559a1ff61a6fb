import type { SqlTx } from '@/lib/infra/db/sql';
import { demoAccounts, seedId, seedPeople } from './people';

interface SeedConversation {
  readonly id: string;
  readonly title: string;
  /** The first one began it. */
  readonly members: readonly string[];
  /** Who says what, how many hours ago. */
  readonly said: readonly (readonly [sender: string, hoursAgo: number, text: string])[];
}

/** What the accounts that are shown at the start have written each other; everything of it is read. */
function seedConversations(): SeedConversation[] {
  const idOf = (email: string) =>
    demoAccounts.find((person) => person.email.startsWith(`${email}@`))?.id ?? '';
  const [faculty, student] = [idOf('faculty'), idOf('student')];
  const [mate = '', other = ''] = seedPeople()
    .filter(({ id, role, departmentCode }) => role === 'student' && departmentCode === 'CS' && id !== student)
    .map(({ id }) => id);
  return [
    {
      id: seedId('conversation faculty student'),
      title: '',
      members: [student, faculty],
      said: [
        [student, 51, 'Good morning. Is the room for the project presentation fixed already?'],
        [
          faculty,
          50,
          'It is: C-204, the last week of the term. You have ten minutes and five for questions.',
        ],
        [student, 49.9, 'Thank you. May two of us present together?'],
        [faculty, 26, 'Yes. Send me both names before Friday, please.'],
      ],
    },
    {
      id: seedId('conversation lab group'),
      title: 'Lab group 3',
      members: [student, mate, other],
      said: [
        [mate, 30, 'I have put the measurements into the table.'],
        [other, 29.5, 'The third series looks odd: 4.7 instead of 0.47?'],
        [mate, 29.4, 'A slip of the point. Mended.'],
        [student, 5, 'I write the summary today.'],
      ],
    },
  ];
}

/** Run again it changes nothing: what people have written since stays as it is. */
export async function seedDemoConversations(sql: SqlTx): Promise<void> {
  for (const { id, title, members, said } of seedConversations()) {
    const isDirect = title === '';
    const { rowCount } = await sql.query(
      `INSERT INTO conversation (id, type, title, direct_key, created_by, created_at, last_seq, last_sent_at)
       SELECT $1, $2::conversation_type, $3, $4, $5, now() - make_interval(hours => 52), $6,
         now() - make_interval(mins => $7)
       WHERE (SELECT count(*) FROM app_user WHERE id = ANY ($8::uuid[])) = cardinality($8::uuid[])
       ON CONFLICT DO NOTHING`,
      [
        id,
        isDirect ? 'direct' : 'group',
        title,
        isDirect ? members.toSorted().join(' ') : null,
        members[0],
        said.length,
        minutesOf(said.at(-1)?.[1] ?? 0),
        members,
      ],
    );
    if (rowCount === 0) continue;
    await sql.query(
      `INSERT INTO conversation_member (conversation_id, user_id, is_owner, joined_at, read_seq, read_at, told_seq)
       SELECT $1, member.id, member.id = $3 AND $5, now() - make_interval(hours => 52), $4, now(), $4
       FROM unnest($2::uuid[]) AS member (id)`,
      [id, members, members[0], said.length, !isDirect],
    );
    await sql.query(
      `INSERT INTO message (id, conversation_id, seq, sender_id, client_id, text, mentioned_ids, sent_at)
       SELECT said.id, $1, said.seq, said.sender, said.id, said.text, '{}', now() - make_interval(mins => said.minutes)
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) WITH ORDINALITY
         AS said (id, sender, text, minutes, seq)`,
      [
        id,
        said.map((_, index) => seedId(`message ${id} ${index}`)),
        said.map(([sender]) => sender),
        said.map(([, , text]) => text),
        said.map(([, hours]) => minutesOf(hours)),
      ],
    );
  }
}

const minutesOf = (hours: number) => Math.round(hours * 60);
