import type { OutgoingMail } from '#connectors/mailer.ts';
import { enqueue } from '#storage/outbox/outbox.ts';
import type { Service } from '../service.ts';

/** Asks for a mail, inside the unit of work that is its cause; it leaves from the outbox, once. */
export const queueMail = (service: Service, mail: OutgoingMail): Promise<void> =>
  enqueue(service.db, { key: mail.key, topic: 'mail', payload: { ...mail }, dueAt: service.now() });
