import type { Page } from '@playwright/test';
import { ask } from './ask-api';
import { makeCourse } from './attendance-course';
import { expectClean } from './expect-clean';
import { expect, test } from './portal-test';
import { accounts, connection, expectLive } from './sign-in';

const thread = (page: Page) => page.getByRole('log', { name: 'Messages' });
const said = (page: Page, text: string) => thread(page).getByRole('listitem').filter({ hasText: text });

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** What the conversation says, from the first message on. */
const words = (page: Page) => thread(page).getByRole('article').locator('p[dir]').allInnerTexts();

test('a student and a teacher write each other: typing, reading, a file, and nothing lost or twice while one is offline', async ({
  portal,
}) => {
  test.slow(); // two people, and a network that goes and comes
  portal.allowConsole(/ERR_INTERNET_DISCONNECTED|WebSocket connection/);
  await makeCourse(portal, { faculty: [accounts.faculty], students: [accounts.student] });
  const [faculty, student] = [await portal.visit('faculty'), await portal.visit('student')];
  const teacher = await ask(faculty, 'GET', '/api/me');
  await faculty.goto('/messages');
  await expectLive(faculty);

  await student.goto('/messages');
  await expectLive(student);
  await student.getByRole('button', { name: 'New message' }).click();
  const dialog = student.getByRole('dialog', { name: 'New message' });
  await dialog.getByRole('combobox', { name: 'To' }).fill(teacher.name);
  await dialog.getByRole('option').filter({ hasText: teacher.name }).first().click();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(student.getByRole('heading', { name: teacher.name })).toBeVisible();
  // The conversation of these two may have words of an earlier run.
  const mark = `Question ${Date.now()}`;
  await write(student, mark);
  await expect(said(student, mark)).toHaveCount(1);

  const row = faculty.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first();
  await expect(row).toContainText(mark);
  await expect(row).toContainText('unread');
  await row.getByRole('link').click();
  await expect(said(faculty, mark)).toHaveCount(1);
  await faculty.bringToFront();
  await expect(thread(student).getByText(/^Read \d\d:\d\d$/)).toBeVisible();
  await expectClean(faculty, 'an open conversation');

  await faculty.getByRole('textbox', { name: 'Message' }).pressSequentially('Let me');
  await expect(student.getByText(`${teacher.name} is writing…`)).toBeVisible();
  const answer = `Let me see ${mark}`;
  await faculty.getByRole('textbox', { name: 'Message' }).fill(answer);
  const choosing = faculty.waitForEvent('filechooser');
  await faculty.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({
    name: 'notes.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  });
  await expect(faculty.getByText('notes.pdf is attached')).toBeVisible();
  await faculty.getByRole('button', { name: 'Send' }).click();
  await expect(said(student, answer)).toHaveCount(1);
  const download = student.waitForEvent('download');
  await said(student, answer)
    .getByRole('link', { name: /notes\.pdf/ })
    .click();
  expect((await download).suggestedFilename()).toBe('notes.pdf');

  await student.context().setOffline(true);
  await expect(connection(student)).toHaveText(/^Offline since/);
  await write(student, `First offline ${mark}`);
  await write(student, `Second offline ${mark}`);
  await expect(said(student, 'Waiting for the network')).toHaveCount(2);
  await write(faculty, `Meanwhile ${mark}`);
  await expect(said(faculty, `Meanwhile ${mark}`)).toHaveCount(1);
  await student.context().setOffline(false);
  await expectLive(student);
  const all = ['Meanwhile', 'First offline', 'Second offline'].map((begin) => `${begin} ${mark}`);
  for (const page of [faculty, student])
    await expect.poll(async () => (await words(page)).slice(-3)).toEqual(all);
  await student.reload();
  await expect.poll(async () => (await words(student)).slice(-3)).toEqual(all);
});
