import { describe, expect, it } from 'vitest';
import { trustedRules } from './trusted-types';

const rules = trustedRules('https://portal.example.edu');

describe('what may become a script', () => {
  it.each([
    '/_next/static/chunks/a.js',
    'https://portal.example.edu/_next/static/chunks/a.js?dpl=1',
    '/sw.js',
  ])('%s', (address) => expect(rules.createScriptURL(address)).toBe(address));
});

describe('what may not', () => {
  it.each([
    'https://evil.example/_next/static/a.js',
    '//evil.example/_next/static/a.js',
    '/api/announcements',
    '/anything.js',
    '/sw.js?of=another',
    '/sw.js/../api/me',
    '/_next/static/../../api/me',
    '/_next/static/%2e%2e/%2e%2e/api/me',
    'data:,xss()',
    'javascript:xss()',
    'blob:https://portal.example.edu/1',
    '',
  ])('%j', (address) => expect(rules.createScriptURL(address)).toBeNull());
});

it('no markup comes from a string', () => {
  expect(rules.createHTML('<img src=x onerror=xss()>')).toBeNull();
  expect(rules.createHTML('<script>xss()</script>')).toBeNull();
  expect(rules.createHTML('a & b')).toBe('a & b');
});
