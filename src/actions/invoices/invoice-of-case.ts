import { Refusal } from '#domain/refusal.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { CaseRecord } from '#storage/cases/cases.ts';
import type { Service } from '../service.ts';
import { invoiceView } from './invoice-views.ts';
import { anyInvoice } from './own-invoice.ts';

/** The invoice a case disputes. */
export async function invoiceOfCase(service: Service, record: CaseRecord): Promise<InvoiceView> {
  if (record.invoiceNumber === undefined)
    throw new Refusal('not-found', `Case ${record.number} is not about an invoice.`);
  return invoiceView(service, await anyInvoice(service, record.invoiceNumber));
}
