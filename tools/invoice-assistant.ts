import type { CustomerDesk } from '#desks/customer-desk.ts';
import { addCaseNote } from './add-case-note.ts';
import type { Tool } from './define-tool.ts';
import { explainCharge } from './explain-charge.ts';
import { findInvoices } from './find-invoices.ts';
import { getAccountBalance } from './get-account-balance.ts';
import { getCase } from './get-case.ts';
import { getInvoice } from './get-invoice.ts';
import { getPaymentInstructions } from './get-payment-instructions.ts';
import { getPaymentStatus } from './get-payment-status.ts';
import { getStatement } from './get-statement.ts';
import { listCases } from './list-cases.ts';
import { openDispute } from './open-dispute.ts';
import { requestHuman } from './request-human.ts';
import { searchBillingPolicies } from './search-billing-policies.ts';
import { sendInvoiceCopy } from './send-invoice-copy.ts';

/** Everything the invoice assistant may do, and nothing else. */
export const invoiceAssistantTools = (desk: CustomerDesk): Record<string, Tool> => ({
  find_invoices: findInvoices(desk),
  get_invoice: getInvoice(desk),
  explain_charge: explainCharge(desk),
  send_invoice_copy: sendInvoiceCopy(desk),
  get_account_balance: getAccountBalance(desk),
  get_statement: getStatement(desk),
  get_payment_status: getPaymentStatus(desk),
  get_payment_instructions: getPaymentInstructions(desk),
  search_billing_policies: searchBillingPolicies(desk),
  open_dispute: openDispute(desk),
  list_cases: listCases(desk),
  get_case: getCase(desk),
  add_case_note: addCaseNote(desk),
  request_human: requestHuman(desk),
});

/** What the assistant may do for a visitor who has not signed in: nothing that reads an account. */
export const visitorTools = (
  desk: Pick<CustomerDesk, 'searchPolicies' | 'requestPerson'>,
): Record<string, Tool> => ({
  search_billing_policies: searchBillingPolicies(desk),
  request_human: requestHuman(desk),
});
