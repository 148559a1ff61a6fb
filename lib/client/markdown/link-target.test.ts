import { describe, expect, it } from 'vitest';
import { linkTarget } from './link-target';

describe('leads', () => {
  it.each([
    ['https://example.edu/a?b=c#d', 'https://example.edu/a?b=c#d', true],
    ['HTTP://EXAMPLE.EDU', 'http://example.edu/', true],
    ['mailto:dean@example.edu', 'mailto:dean@example.edu', false],
    ['/inbox?filter=unread', '/inbox?filter=unread', false],
  ])('%s', (address, href, isOutside) => {
    expect(linkTarget(address)).toEqual({ href, isOutside });
  });
});

describe('leads nowhere', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.edu/1',
    'file:///etc/passwd',
    'ftp://example.edu',
    'tel:110',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://bank.example@evil.example/',
    'https://user:pass@evil.example/',
    'http://',
    'inbox',
    '#top',
    '',
    'filesystem:https://example.edu/x',
    'view-source:https://example.edu',
  ])('%j', (address) => {
    expect(linkTarget(address)).toBeNull();
  });
});
