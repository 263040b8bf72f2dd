import { paymentInstructions } from '#actions/account/payment-instructions.ts';
import { readBalance } from '#actions/account/read-balance.ts';
import { type PaymentQuestion, readPaymentStatus } from '#actions/account/read-payment-status.ts';
import { readStatement } from '#actions/account/read-statement.ts';
import { disputeAfterYes, noteAfterYes } from '#actions/cases/confirmed-writes.ts';
import { customerCases, readCustomerCase } from '#actions/cases/customer-cases.ts';
import type { DisputeClaim } from '#actions/cases/draft-dispute.ts';
import type { TurnContext } from '#actions/conversations/confirm-write.ts';
import { requestPerson } from '#actions/conversations/request-person.ts';
import { copyOfInvoice } from '#actions/invoices/copy-of-invoice.ts';
import { explainInvoice } from '#actions/invoices/explain-invoice.ts';
import { explainLine } from '#actions/invoices/explain-line.ts';
import { findInvoices, type InvoiceSearch } from '#actions/invoices/find-invoices.ts';
import { invoiceView } from '#actions/invoices/invoice-views.ts';
import { ownInvoice } from '#actions/invoices/own-invoice.ts';
import type { Service } from '#actions/service.ts';
import type { Person } from '#domain/person.ts';

/** A person who is known to belong to one customer account. */
export type Customer = Person & { readonly accountId: string };

/**
 * What the invoice assistant can do for one customer in one conversation: the account is theirs, whatever a message says. Writes
 * happen only after a yes to exactly their words. There is no approving here.
 */
export const customerDesk = (service: Service, customer: Customer, turn: TurnContext) => {
  const { accountId } = customer;
  const who = { accountId, person: customer };
  return {
    findInvoices: (search: InvoiceSearch) => findInvoices(service, accountId, search),
    readInvoice: async (number: string) => invoiceView(service, await ownInvoice(service, accountId, number)),
    explainCharge: async (number: string, line?: number) => {
      const invoice = await ownInvoice(service, accountId, number);
      return line === undefined ? explainInvoice(service, invoice) : explainLine(service, invoice, line);
    },
    sendInvoiceCopy: (number: string, byEmail: boolean) =>
      copyOfInvoice(service, accountId, customer, number, byEmail),
    readBalance: () => readBalance(service, accountId),
    readStatement: (from: string, to: string) => readStatement(service, accountId, from, to),
    readPaymentStatus: (question: PaymentQuestion) => readPaymentStatus(service, accountId, question),
    readPaymentInstructions: async () => paymentInstructions(service),
    searchPolicies: (question: string) => service.knowledge.policies(question, 3),
    openDispute: (claim: DisputeClaim) => disputeAfterYes(service, who, turn, claim),
    listCases: (status?: 'open' | 'closed') => customerCases(service, accountId, status),
    readCase: (number: string) => readCustomerCase(service, accountId, number),
    addCaseNote: (caseNumber: string, note: string) => noteAfterYes(service, who, turn, { caseNumber, note }),
    requestPerson: (reason?: string) => requestPerson(service, turn.conversationId, 'asked', reason),
  };
};
export type CustomerDesk = ReturnType<typeof customerDesk>;

/** What the assistant can do for a visitor who has not signed in: general questions, and getting a person. */
export const visitorDesk = (service: Service, turn: TurnContext) => ({
  searchPolicies: (question: string) => service.knowledge.policies(question, 3),
  requestPerson: (reason?: string) => requestPerson(service, turn.conversationId, 'asked', reason),
});
export type VisitorDesk = ReturnType<typeof visitorDesk>;
