import * as z from 'zod';
import { BalanceView, DocumentLinks, PaymentStatusView } from '#domain/views/account-view.ts';
import { CustomerCaseView } from '#domain/views/case-view.ts';
import type { Say } from '../speak/replies.ts';

/** What a tool result says, in a sentence, and the record it is about. */
export type LookedUp = { readonly text: string; readonly record: string };

type Reader = (result: unknown, say: Say) => LookedUp | undefined;

const InvoiceFound = z.object({ number: z.string(), total: z.string(), currency: z.string() });
const Compared = z.object({ invoice: InvoiceFound });
const LineFound = z.object({
  invoiceNumber: z.string(),
  arithmetic: z.string(),
  line: z.object({ line: z.number(), description: z.string() }),
});
const Passages = z.object({
  passages: z.array(z.object({ title: z.string(), section: z.string(), document: z.string() })),
});

const invoiceFound: Reader = (result, say) => {
  const invoice = Compared.safeParse(result).data?.invoice ?? InvoiceFound.safeParse(result).data;
  return invoice && { text: say('looked.invoice', invoice), record: invoice.number };
};

const lineFound: Reader = (result, say) => {
  const found = LineFound.safeParse(result).data;
  return (
    found && {
      text: say('looked.line', { ...found.line, number: found.invoiceNumber, arithmetic: found.arithmetic }),
      record: found.invoiceNumber,
    }
  );
};

const paymentsFound: Reader = (result, say) => {
  const { invoice, currency } = PaymentStatusView.safeParse(result).data ?? {};
  return invoice && { text: say('looked.payment', { ...invoice, currency }), record: invoice.number };
};

const balanceFound: Reader = (result, say) => {
  const balance = BalanceView.safeParse(result).data;
  return balance && { text: say('looked.balance', balance), record: 'get_account_balance' };
};

const copyGiven: Reader = (result, say) => {
  const links = DocumentLinks.safeParse(result).data;
  return links && { text: say('looked.copy', links), record: links.number };
};

const caseFound: Reader = (result, say) => {
  const found = CustomerCaseView.pick({ caseNumber: true, state: true }).safeParse(result).data;
  return (
    found && {
      text: say('looked.case', { ...found, stateText: say(`state.${found.state}`) }),
      record: found.caseNumber,
    }
  );
};

const policyFound: Reader = (result, say) => {
  const [passage] = Passages.safeParse(result).data?.passages ?? [];
  return passage && { text: say('looked.policy', passage), record: passage.document };
};

/** How each tool's answer reads. Tools that write are told by the case they made. */
const readers: Readonly<Record<string, readonly Reader[]>> = {
  get_invoice: [invoiceFound],
  explain_charge: [lineFound, invoiceFound],
  get_payment_status: [paymentsFound],
  get_account_balance: [balanceFound],
  send_invoice_copy: [copyGiven],
  get_case: [caseFound],
  search_billing_policies: [policyFound],
};

/** The sentence about a tool's answer; undefined when it found nothing to tell of. */
export function lookedUp(tool: string, result: unknown, say: Say): LookedUp | undefined {
  for (const read of readers[tool] ?? []) {
    const found = read(result, say);
    if (found) return found;
  }
  return undefined;
}
