import nodemailer from 'nodemailer';
import { OutsideSystemError } from './outside-system-error.ts';

/** One mail to one person. `key` becomes the Message-ID: the same mail sent again is recognised as the same. */
export type OutgoingMail = {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly caseNumber?: string;
  readonly link?: string;
};

export type Mailer = { send(mail: OutgoingMail): Promise<void> };

/** Sends by SMTP. Throws OutsideSystemError; only a refused recipient is not worth another try. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer & { close(): void } {
  const transport = nodemailer.createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const domain = from.split('@').at(-1)?.replace(/>$/, '') ?? 'redress.invalid';
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          messageId: `<${mail.key.replace(/[^\w.-]+/g, '-')}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (cause) {
        const code = cause instanceof Error && 'responseCode' in cause ? cause.responseCode : undefined;
        const refused = typeof code === 'number' && code >= 500;
        throw new OutsideSystemError('mail server', refused ? 'refused the mail' : 'could not be reached', {
          retryable: !refused,
          cause,
        });
      }
    },
    close: () => transport.close(),
  };
}
