import type { CustomerCaseView } from '#domain/views/case-view.ts';
import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { customerCases } from '../cases/customer-cases.ts';
import { findInvoices } from '../invoices/find-invoices.ts';
import type { Service } from '../service.ts';
import { accountOf } from './account-of.ts';

/** What a signed-in customer sees first: their two newest invoices and the newest case that is open. */
export async function readHome(
  service: Service,
  accountId: string,
): Promise<{
  account: string;
  invoices: InvoiceSummary[];
  invoiceCount: number;
  openCase?: CustomerCaseView;
}> {
  const account = await accountOf(service, accountId);
  const { invoices, total } = await findInvoices(service, accountId, { limit: 2 });
  const [openCase] = await customerCases(service, accountId, 'open');
  return { account: account.name, invoices, invoiceCount: total, ...(openCase ? { openCase } : {}) };
}
