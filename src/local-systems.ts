import type { AtpProvider } from '#connectors/available-to-promise.ts';
import type { DeliveryRecordProvider } from '#connectors/delivery-records.ts';
import type { Mailer } from '#connectors/mailer.ts';
import type { Database } from '#storage/database.ts';
import {
  despatchesOfOrder,
  receiptsOfOrder,
  returnsOfOrder,
} from '#storage/deliveries/despatches-and-receipts.ts';
import { stockOf } from '#storage/deliveries/stock.ts';
import { saveMail } from '#storage/outbox/mails.ts';

/** Outside systems as our own tables play them, where no other is set. */

export const localDeliveryRecords = (db: Database): DeliveryRecordProvider => ({
  ofOrder: async (orderNumber) => ({
    despatches: await despatchesOfOrder(db, orderNumber),
    receipts: await receiptsOfOrder(db, orderNumber),
    returns: await returnsOfOrder(db, orderNumber),
  }),
});

export const localStock = (db: Database): AtpProvider => ({
  ofItem: async (itemId) => {
    const item = await stockOf(db, itemId);
    if (!item) return undefined;
    const { baseUnit, perUnit, ...rest } = item;
    return { ...rest, conversions: { baseUnit, perUnit } };
  },
});

/** Keeps mails where the demo's mailbox page shows them; the same key is the same mail. */
export const localMailbox = (db: Database, now: () => Date): Mailer => ({
  send: async ({ key, to, subject, text, caseNumber, link }) => {
    await saveMail(db, {
      key,
      recipient: to,
      subject,
      text,
      caseNumber: caseNumber ?? null,
      link: link ?? null,
      sentAt: now(),
    });
  },
});
