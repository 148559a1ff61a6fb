import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { untranslatedText } from './untranslated-text';

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

it('nothing a reader sees or hears is written outside the catalogue', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.flatMap((file) => untranslatedText(file, readFileSync(file, 'utf8')))).toEqual([]);
});

it.each([
  '<p>Hello</p>',
  '<p>{text.a} and</p>',
  '<p>{a ? "Yes" : text.no}</p>',
  '<p>{a && "Yes"}</p>',
  `<p>{\`\${count} new\`}</p>`,
  '<Button aria-label="Close" />',
  '<Button aria-label={`Close`} />',
  '<img alt={a ? "Yes" : ""} />',
  '<Field label={"Title"} />',
  'toast.error("No")',
])('finds what is not translated in %s', (source) => {
  expect(untranslatedText('x.tsx', source)).toHaveLength(1);
});

it.each([
  '<p>{text.hello} · {count}</p>',
  '<b>NimbusU</b>',
  '<a href="/home" className="text-ink">{a === "b" ? text.a : text.b}</a>',
  'toast.error(text.no)',
])('lets %s be', (source) => {
  expect(untranslatedText('x.tsx', source)).toEqual([]);
});
