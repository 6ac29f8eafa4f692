/** Where mail goes locally: an SMTP server that keeps what it receives, and a page to read it. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { html } from 'hono/html';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';
import { contentSecurityPolicy } from '#api/portal/serve.ts';

const KeptMail = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string(), at: z.string() });
export type KeptMail = z.infer<typeof KeptMail>;

export type Mailbox = {
  readonly smtpUrl: string;
  /** Newest first. */
  all(): KeptMail[];
  page(c: Context): Response | Promise<Response>;
  close(): Promise<void>;
};

const MAX_MAIL_BYTES = 1024 * 1024;

/** Opens the mailbox kept in `dir`. */
export async function startMailbox(dir: string): Promise<Mailbox> {
  mkdirSync(dir, { recursive: true });
  let count = readdirSync(dir).length;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_MAIL_BYTES,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keep(
          Buffer.concat(chunks),
          session.envelope.rcptTo.map(({ address }) => address),
        ).then(() => done(), done);
      });
    },
  });
  async function keep(raw: Buffer, recipients: readonly string[]): Promise<void> {
    const { subject = '', text = '', html: body = '' } = await PostalMime.parse(raw);
    const mail: KeptMail = {
      to: recipients.join(', '),
      subject,
      text: text.trimEnd(),
      html: body,
      at: new Date().toISOString(),
    };
    const file = join(dir, `${String(++count).padStart(8, '0')}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(mail));
    renameSync(`${file}.new`, file);
  }
  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject);
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const all = () =>
    readdirSync(dir)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .toReversed()
      .map((name) => KeptMail.parse(JSON.parse(readFileSync(join(dir, name), 'utf8'))));

  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    all,
    page: (c) => mailboxPage(c, all()),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The mails as text: their HTML is never run. */
function mailboxPage(c: Context, mails: readonly KeptMail[]): Response | Promise<Response> {
  c.header('content-security-policy', contentSecurityPolicy());
  return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Mailbox · Foothold</title>
  </head>
  <body>
    <main>
      <h1>Mailbox</h1>
      <p>Mail that Foothold sent on this machine; none of it left.</p>
      ${mails.length === 0 ? html`<p>No mail yet. Ask for a password reset to see one.</p>` : ''}
      ${mails.map(
        (mail) => html`<article>
          <h2>${mail.subject}</h2>
          <p>To ${mail.to}, <time datetime="${mail.at}">${mail.at}</time></p>
          <pre>${mail.text}</pre>
        </article>`,
      )}
    </main>
  </body>
</html>`);
}
