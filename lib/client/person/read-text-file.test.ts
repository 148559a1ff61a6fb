import { expect, it } from 'vitest';
import { readHeadings } from './read-headings';
import { decodeText } from './read-text-file';

const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

it.each([
  ['UTF-8', new TextEncoder().encode('name\nMüller'), 'name\nMüller'],
  ['Windows-1252', new Uint8Array(Buffer.from('name\nMüller', 'latin1')), 'name\nMüller'],
  ['UTF-16', wide('name\nMüller'), 'name\nMüller'],
  ['UTF-16', wide('\uFEFFname\nMüller'), 'name\nMüller'],
  ['UTF-16', wide('name\nMüller').reverse(), 'name\nMüller'.split('').reverse().join('')],
  ['UTF-8', new Uint8Array(), ''],
])('a file in %s is named and read', (encoding, bytes, text) => {
  expect(decodeText(bytes)).toEqual({ encoding, text });
});

it('headings are read as the server reads them', () => {
  expect(readHeadings('\uFEFFE-Mail; "Name; full" ;Rolle\r\na;b;c')).toEqual([
    'E-Mail',
    'Name; full',
    'Rolle',
  ]);
  expect(readHeadings('email,name\n')).toEqual(['email', 'name']);
});
