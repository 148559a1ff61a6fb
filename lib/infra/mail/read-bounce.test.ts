import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounceMail } from '../testing/bounce-mail';
import { readBounce } from './read-bounce';

const id = '0193712a-4e2f-7c1d-8f2b-3a4b5c6d7e8f';
const other = '0193712a-4e2f-7c1d-8f2b-ffffffffffff';

describe('the report of a mail server', () => {
  it('names the mail, the code and the words, also where they are folded', () => {
    expect(readBounce(bounceMail(id))).toEqual({
      mailId: id,
      isFinal: true,
      isOfAddress: true,
      reason: '550 5.1.1 <ada@test.example>: Recipient address rejected: User unknown',
    });
  });

  it.each([
    ['5.1.1', 'failed', true, true],
    ['5.0.0', 'failed', true, true],
    ['5.2.1', 'failed', true, true],
    ['5.4.4', 'failed', true, true],
    ['5.1.8', 'failed', true, false],
    ['5.2.2', 'failed', true, false],
    ['5.7.1', 'failed', true, false],
    ['4.4.7', 'failed', true, false],
    ['4.4.1', 'delayed', false, false],
    ['5.1.1', 'delayed', false, false],
  ])('%s %s: for good %s, no such mailbox %s', (status, action, isFinal, isOfAddress) => {
    expect(readBounce(bounceMail(id, { status, action }))).toMatchObject({ isFinal, isOfAddress });
  });

  it.each(['delivered', 'relayed', 'expanded'])('%s: nothing is wrong', (action) => {
    expect(readBounce(bounceMail(id, { action, status: '2.0.0' }))).toBe('nothing');
  });

  it('is of the mail that the envelope, else the address it went to, else the returned mail names', () => {
    const to = `bounces+${other}@portal.example`;
    const ofMail = `Original-Envelope-Id: ${id}`;
    expect(readBounce(bounceMail(other, { ofMail, to }))).toMatchObject({ mailId: id });
    expect(readBounce(bounceMail(id, { to }))).toMatchObject({ mailId: other });
    expect(readBounce(bounceMail(id, { returned: '' }))).toMatchObject({ mailId: null });
    expect(readBounce(bounceMail(id, { returned: 'Message-ID: <1@else.example>' }))).toMatchObject({
      mailId: null,
    });
  });

  it('a code that is only in the words counts; one that is nowhere is said as none is', () => {
    expect(readBounce(bounceMail(id, { status: '', words: '550 5.7.1 Spam' }))).toMatchObject({
      isOfAddress: false,
      reason: '550 5.7.1 Spam',
    });
    expect(readBounce(bounceMail(id, { status: '', words: 'No such user' }))).toMatchObject({
      isOfAddress: true,
      reason: '5.0.0 No such user',
    });
  });

  it('is found inside another mail’s parts, and in base64', () => {
    const inner = bounceMail(id).replaceAll('\r\n', '\n');
    const wrapped = `Content-Type: multipart/mixed; boundary=outer\n\n--outer\n${inner}\n--outer--\n`;
    expect(readBounce(wrapped)).toMatchObject({ mailId: id, isFinal: true });
    const status = `Reporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
    const coded = `Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${Buffer.from(status).toString('base64')}\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <${id}@nimbusu>\n\nHello\n--b--`;
    expect(readBounce(coded)).toMatchObject({ mailId: id, isOfAddress: true });
  });

  it.each([
    ['nothing', ''],
    ['an answer out of office', 'From: ada@test.example\nSubject: Away\n\nI am away: 5.1.1 Action: failed'],
    ['a report without recipients', bounceMail(id).replace(/\r\nFinal-Recipient[\s\S]*?\r\n\r\n/, '\r\n')],
    ['parts without a boundary', 'Content-Type: multipart/report\n\nAction: failed'],
  ])('%s is no report', (_what, message) => {
    expect(readBounce(message)).toBeNull();
  });

  it('whatever comes, it is read to an end', () => {
    const words = fc.constantFrom(
      '\n',
      '\n\n',
      '--b',
      '--b--',
      'Content-Type: ',
      'multipart/report; boundary=b',
    );
    const more = fc.constantFrom(
      'message/delivery-status',
      'Action: failed',
      'Status: ',
      '5.1.1',
      '=3D',
      ':',
    );
    const text = fc.array(fc.oneof(words, more, fc.string())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (message) => {
        const bounce = readBounce(message);
        if (bounce === null || bounce === 'nothing') return;
        expect(bounce.reason.length).toBeLessThanOrEqual(500);
        expect(bounce.isFinal || !bounce.isOfAddress).toBe(true);
      }),
      { numRuns: 500 },
    );
    const deep = 'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(2_000);
    expect(readBounce(deep)).toBeNull();
  });
});
