import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './mailer.ts';
import { OutsideSystemError } from './outside-system-error.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A mail server on this machine that keeps what it gets. */
async function mailServer(refuse?: { code: number; message: string }) {
  const received: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      refuse ? done(Object.assign(new Error(refuse.message), { responseCode: refuse.code })) : done(),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts));
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  opened.push({ close: () => server.close(() => undefined) });
  return { url: `smtp://127.0.0.1:${port}`, received };
}

const mail = {
  key: 'case-closed:4f1c',
  to: 'dana@brightwell.test',
  subject: 'Case CASE-1187: credit note issued — 20 crates',
  text: 'Dear Dana Ellis,\n\n£444.00 is credited.\n',
};

test('a mail arrives whole, and the same effect sent again has the same Message-ID', async () => {
  const { url, received } = await mailServer();
  const mailer = smtpMailer({ url, from: 'Billing <billing@harbourvale.test>' });
  opened.push(mailer);
  await mailer.send(mail);
  await mailer.send(mail);
  const [first, second] = await Promise.all(received.map((raw) => PostalMime.parse(raw)));
  expect(first).toMatchObject({
    subject: mail.subject,
    from: { address: 'billing@harbourvale.test' },
    to: [{ address: mail.to }],
  });
  expect(first?.text?.trim()).toBe(mail.text.trim());
  expect(first?.messageId).toBe('<case-closed-4f1c@harbourvale.test>');
  expect(second?.messageId).toBe(first?.messageId);
});

test.each([
  ['a refused recipient is not worth another try', { code: 550, message: 'no such user' }, false],
  ['a busy mail server is', { code: 451, message: 'try later' }, true],
])('%s', async (_, refusal, retryable) => {
  const { url } = await mailServer(refusal);
  const mailer = smtpMailer({ url, from: 'billing@harbourvale.test' });
  opened.push(mailer);
  const failure = await mailer.send(mail).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(OutsideSystemError);
  expect(failure).toMatchObject({ system: 'mail server', retryable });
});

test('a mail server that is down loses nothing: the failure says to try again and names no address', async () => {
  const mailer = smtpMailer({ url: 'smtp://127.0.0.1:9', from: 'billing@harbourvale.test' });
  opened.push(mailer);
  const failure = await mailer.send(mail).catch((error: unknown) => error);
  expect(failure).toMatchObject({ retryable: true, message: 'mail server: could not be reached' });
  expect(String(failure)).not.toContain(mail.to);
});
