import { createHash } from 'node:crypto';
import { invoiceCopyMail } from '#domain/mails.ts';
import type { Person } from '#domain/person.ts';
import type { DocumentLinks } from '#domain/views/account-view.ts';
import { appendAudit } from '#storage/outbox/audit.ts';
import { documentLinks } from '../document-links.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Service } from '../service.ts';
import { ownInvoice } from './own-invoice.ts';

/** Signed links to an invoice; by mail only to the person's own address on file. */
export async function copyOfInvoice(
  service: Service,
  accountId: string,
  person: Person,
  typed: string,
  byEmail: boolean,
): Promise<DocumentLinks> {
  const invoice = await ownInvoice(service, accountId, typed);
  const links = documentLinks(service, { kind: 'invoice', number: invoice.number, account: accountId });
  if (!byEmail) return links;
  // Asked again within the minute it is the same mail.
  const minute = Math.floor(service.now().getTime() / 60_000);
  const key = `copy:${createHash('sha256').update(`${person.id} ${invoice.number} ${minute}`).digest('hex').slice(0, 24)}`;
  const mail = invoiceCopyMail({
    name: person.name,
    invoiceNumber: invoice.number,
    ...links,
    seller: service.policy.seller.name,
  });
  await service.db.write(async () => {
    await queueMail(service, { key, to: person.email, ...mail, link: links.pdfUrl });
    await appendAudit(service.db, service.secret, {
      at: service.now(),
      actor: person.id,
      action: 'invoice.copy-mailed',
      subject: invoice.number,
      data: {},
    });
  });
  return { ...links, mailedTo: person.email };
}
