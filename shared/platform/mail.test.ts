import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { createMailer } from './mail.ts';

const servers: SMTPServer[] = [];
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done())))),
);

/** A mail server that keeps what it was sent, as it was sent. */
async function sink(): Promise<{ url: string; raw: string[] }> {
  const raw: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raw.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  servers.push(server);
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { url: `smtp://127.0.0.1:${port}`, raw };
}

const mail = { to: 'ada@example.org', subject: 'Jobs', text: 'Hello' };

it('a mail that can be ended carries the address whole, on one line, and asks for one click (RFC 8058)', async () => {
  const { url, raw } = await sink();
  const unsubscribeUrl = `https://foothold.example/api/v1/unsubscribe?token=usr_1.sea_1.${'x'.repeat(120)}`;
  await createMailer({ from: 'Foothold <hello@example.org>', smtpUrl: url }).send({ ...mail, unsubscribeUrl });
  const headers = raw[0]?.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '';
  expect(headers).toMatch(new RegExp(`^List-Unsubscribe: <${unsubscribeUrl.replace(/[?.]/g, '\\$&')}>$`, 'm'));
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
});

it('another mail carries neither, and nothing with a line break in a header leaves', async () => {
  const { url, raw } = await sink();
  const mailer = createMailer({ from: 'Foothold <hello@example.org>', smtpUrl: url });
  await mailer.send(mail);
  expect(raw[0]).not.toContain('List-Unsubscribe');
  for (const bad of [
    { subject: 'a\r\nBcc: x@example.org' },
    { to: 'a\n@b' },
    { unsubscribeUrl: 'https://x\r\nBcc: y' },
  ])
    await expect(mailer.send({ ...mail, ...bad })).rejects.toThrow();
  expect(raw).toHaveLength(1);
});
