import { paymentInstructions } from '#actions/account/payment-instructions.ts';
import { readBalance } from '#actions/account/read-balance.ts';
import { readHome } from '#actions/account/read-home.ts';
import { type PaymentQuestion, readPaymentStatus } from '#actions/account/read-payment-status.ts';
import { readStatement } from '#actions/account/read-statement.ts';
import { answerConfirmation, disputeByForm } from '#actions/cases/confirmed-writes.ts';
import {
  addCustomerNote,
  caseToAddTo,
  customerCases,
  readCustomerCase,
} from '#actions/cases/customer-cases.ts';
import type { DisputeClaim } from '#actions/cases/draft-dispute.ts';
import { handOver, leaveQueue, waitingOf } from '#actions/conversations/hand-over.ts';
import { postMessage } from '#actions/conversations/post-message.ts';
import {
  currentOf,
  type Owner,
  ownConversation,
  startConversation,
} from '#actions/conversations/start-conversation.ts';
import { copyOfInvoice } from '#actions/invoices/copy-of-invoice.ts';
import { explainInvoice } from '#actions/invoices/explain-invoice.ts';
import { explainLine } from '#actions/invoices/explain-line.ts';
import { findInvoices, type InvoiceSearch } from '#actions/invoices/find-invoices.ts';
import { invoiceView } from '#actions/invoices/invoice-views.ts';
import { ownInvoice } from '#actions/invoices/own-invoice.ts';
import type { Service } from '#actions/service.ts';
import type { Customer } from './customer-desk.ts';

/** What a customer's own buttons and forms can do: the same actions as the assistant's, the press being the yes. */
export const customerWindow = (service: Service, customer: Customer) => {
  const { accountId } = customer;
  return {
    customer,
    readHome: () => readHome(service, accountId),
    findInvoices: (search: InvoiceSearch) => findInvoices(service, accountId, search),
    readInvoice: async (number: string) => invoiceView(service, await ownInvoice(service, accountId, number)),
    explainInvoice: async (number: string) =>
      explainInvoice(service, await ownInvoice(service, accountId, number)),
    explainLine: async (number: string, line: number) =>
      explainLine(service, await ownInvoice(service, accountId, number), line),
    copyOfInvoice: (number: string, byEmail: boolean) =>
      copyOfInvoice(service, accountId, customer, number, byEmail),
    readBalance: () => readBalance(service, accountId),
    readStatement: (from: string, to: string) => readStatement(service, accountId, from, to),
    readPaymentStatus: (question: PaymentQuestion) => readPaymentStatus(service, accountId, question),
    paymentInstructions: () => paymentInstructions(service),
    searchPolicies: (question: string) => service.knowledge.policies(question, 3),
    listCases: (status?: 'open' | 'closed') => customerCases(service, accountId, status),
    readCase: (number: string) => readCustomerCase(service, accountId, number),
    addNote: async (number: string, note: { id: string; text: string }) => {
      const record = await caseToAddTo(service, accountId, number);
      await addCustomerNote(service, record, customer, note);
      return readCustomerCase(service, accountId, record.number);
    },
    openDispute: (requestId: string, claim: DisputeClaim) =>
      disputeByForm(service, { accountId, person: customer }, requestId, claim),
    answerConfirmation: async (conversationId: string, id: string, confirmed: boolean) => {
      await ownConversation(service, { personId: customer.id, accountId }, conversationId, 'customer');
      return answerConfirmation(service, { accountId, person: customer }, conversationId, id, confirmed);
    },
  };
};
export type CustomerWindow = ReturnType<typeof customerWindow>;

/** A conversation as its owner uses it: signed in, or a visitor. Somebody else's is as if it were not there. */
export const chatWindow = (service: Service, owner: Owner, author: { name: string; language: string }) => ({
  start: (wanted: { id: string; invoiceNumber?: string }) =>
    startConversation(service, owner, { ...wanted, side: 'customer', language: author.language }),
  current: () => currentOf(service, owner),
  read: async (id: string) => {
    const conversation = await ownConversation(service, owner, id, 'customer');
    const waiting = conversation.state === 'queued' ? await waitingOf(service, id) : {};
    return { conversation, waiting };
  },
  post: async (id: string, message: { id: string; text: string }) => {
    const conversation = await ownConversation(service, owner, id, 'customer');
    return postMessage(service, conversation, { ...message, author: 'customer', authorName: author.name });
  },
  askForPerson: async (id: string, reason?: string) => {
    const conversation = await ownConversation(service, owner, id, 'customer');
    return handOver(service, conversation, {
      trigger: 'button',
      ...(reason === undefined ? {} : { reason }),
    });
  },
  backToAssistant: async (id: string) =>
    leaveQueue(service, await ownConversation(service, owner, id, 'customer')),
});
export type ChatWindow = ReturnType<typeof chatWindow>;
