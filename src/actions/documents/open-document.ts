import { creditNotePdf } from '#connectors/documents/pdf-credit-note.ts';
import { invoicePdf } from '#connectors/documents/pdf-invoice.ts';
import { creditNoteXml } from '#connectors/documents/ubl-credit-note-writer.ts';
import { invoiceXml } from '#connectors/documents/ubl-invoice-writer.ts';
import { Refusal } from '#domain/refusal.ts';
import { creditNoteByNumber } from '#storage/billing/credit-notes.ts';
import { invoiceByNumber } from '#storage/billing/invoices.ts';
import { accountOf } from '../account/account-of.ts';
import { type DocumentClaim, readDocumentLink } from '../document-links.ts';
import type { Service } from '../service.ts';

export type OpenedDocument = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'application/pdf' | 'application/xml';
  readonly fileName: string;
};

/** The document a signed link was made for, and no other. */
export async function openDocument(service: Service, token: string): Promise<OpenedDocument> {
  const claim = readDocumentLink(service, token);
  const content = claim.kind === 'invoice' ? await invoice(service, claim) : await creditNote(service, claim);
  return {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    mediaType: claim.format === 'pdf' ? 'application/pdf' : 'application/xml',
    fileName: `${claim.number.replace(/[^\w.-]+/g, '-')}.${claim.format}`,
  };
}

async function invoice(service: Service, claim: DocumentClaim): Promise<Uint8Array | string> {
  const found = await invoiceByNumber(service.db, claim.number, claim.account);
  if (!found) throw gone(claim);
  const { seller } = service.policy;
  if (claim.format === 'xml') return invoiceXml(found, seller);
  return invoicePdf(found, seller, (await accountOf(service, claim.account)).language);
}

async function creditNote(service: Service, claim: DocumentClaim): Promise<Uint8Array | string> {
  const found = await creditNoteByNumber(service.db, claim.number, claim.account);
  if (!found) throw gone(claim);
  const { seller } = service.policy;
  if (claim.format === 'pdf')
    return creditNotePdf(found, seller, (await accountOf(service, claim.account)).language);
  const credited = await invoiceByNumber(service.db, found.invoiceNumber, claim.account);
  return creditNoteXml(found, seller, credited);
}

const gone = ({ number }: DocumentClaim) =>
  new Refusal('not-found', `The document ${number} is not there any more. Ask for it in the chat.`);
