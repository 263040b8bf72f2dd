import { newestMails as newestStored } from '#storage/outbox/mails.ts';
import type { Service } from '../service.ts';

export type SentMail = {
  key: string;
  recipient: string;
  subject: string;
  text: string;
  sentAt: string;
  link?: string;
};

/** The last hundred mails of the in-app mailbox, newest first. */
export async function newestMails({ db }: Service): Promise<SentMail[]> {
  return (await newestStored(db, 100)).map(({ key, recipient, subject, text, sentAt, link }) => ({
    key,
    recipient,
    subject,
    text,
    sentAt: sentAt.toISOString(),
    ...(link === undefined ? {} : { link }),
  }));
}
