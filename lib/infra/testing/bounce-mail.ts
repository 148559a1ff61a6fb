/** A report as Postfix writes it, of the mail with this name. */
export function bounceMail(
  mailId: string,
  given: Partial<{
    action: string;
    status: string;
    words: string;
    to: string;
    /** What is left of the mail that came back. */
    returned: string;
    ofMail: string;
  }> = {},
): string {
  const { action = 'failed', status = '5.1.1', to = 'MAILER-DAEMON@mail.example' } = given;
  const words = given.words ?? `550 ${status} <ada@test.example>: Recipient address rejected: User unknown`;
  const returned = given.returned ?? `Subject: Lab 3 moves\nMessage-ID: <${mailId}@nimbusu>`;
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="8BA2D1C0.1732746000/mx.example"

This is a MIME-encapsulated message.

--8BA2D1C0.1732746000/mx.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--8BA2D1C0.1732746000/mx.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 8BA2D1C0
Arrival-Date: Fri, 27 Nov 2026 22:20:00 +0000 (UTC)${given.ofMail ? `\n${given.ofMail}` : ''}

Final-Recipient: rfc822; ada@test.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.test.example
Diagnostic-Code: smtp; ${words.replace(/ (?=Recipient)/, '\n    ')}

--8BA2D1C0.1732746000/mx.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

${returned}

--8BA2D1C0.1732746000/mx.example--
`.replaceAll('\n', '\r\n');
}
