import Big from 'big.js';
import * as z from 'zod';
import {
  BalanceView,
  DocumentLinks,
  PaymentInstructionsView,
  PaymentStatusView,
  StatementView,
} from '#domain/views/account-view.ts';
import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { mayPayBy, methodsAsked, methodsSaid } from './payment-methods.ts';
import type { Tell } from './tell.ts';

/** A bare number, no part of a word, a date or a document's number. */
const number = /(?<![\p{L}\p{N}.,/-])\d+(?:\.\d{2})?(?![\p{L}\p{N}/-]|[.,]\d)/gu;
const mostEntries = 15;
const paidClaim = anyOf('requests', 'paid-claim');
const asksPaid = pattern(`\\?|(?<!\\p{L})(?:${alternatives('requests', 'asks-paid')})(?!\\p{L})`);
const Handover = z.object({
  state: z.enum(['queued', 'human']),
  position: z.number().optional(),
  waitMinutes: z.number().optional(),
});

type PaidInvoice = { readonly paid: string; readonly total: string };

/** Whether a sum is named that was paid besides what is booked: "only 200? we transferred 400". */
function namesAnother(text: string, { amounts }: Slots, { paid, total }: PaidInvoice): boolean {
  const named = amounts.map(({ value }) => value);
  const bare = text.match(number) ?? [];
  return (
    (named.length > 0 && !named.some((value) => new Big(value).eq(paid))) ||
    bare.some((value) => new Big(value).gt(paid) && new Big(value).lte(total))
  );
}

/** What the customer's tools found, in words. */
export const accountTells: Readonly<Record<string, Tell>> = {
  get_account_balance: (result, { say }) => {
    const balance = BalanceView.safeParse(result).data;
    return balance && { say: say('balance', { ...balance, several: balance.overdueCount > 1 }) };
  },
  get_statement: (result, { say }) => {
    const statement = StatementView.safeParse(result).data;
    if (!statement) return undefined;
    const { items, ...facts } = statement;
    const shown = items
      .slice(0, mostEntries)
      .map((item) => ({ ...item, kindText: say(`kind.${item.kind}`) }));
    return { say: say('statement', { ...facts, items: shown, more: items.length > shown.length }) };
  },
  get_payment_instructions: (result, { say }, { text }) => {
    const found = PaymentInstructionsView.safeParse(result).data;
    if (!found) return undefined;
    const how = say('payment.how', { ...found, methods: methodsSaid(found.methods, say) });
    const words = methodsAsked(text).map((method) => mayPayBy(method, found.methods, say));
    return { say: [...words, how].join(' ') };
  },
  get_payment_status: (result, { say }, { slots, text, said = text }) => {
    const status = PaymentStatusView.safeParse(result).data;
    if (!status) return undefined;
    const { invoice, payments, currency } = status;
    const [payment] = payments;
    if (!invoice) {
      if (!payment) return { say: say('payment.nomatch'), ask: 'invoice' };
      return {
        say: say('payment.match', {
          currency,
          ...payment,
          appliedTo: payment.appliedTo.map(({ invoiceNumber }) => invoiceNumber).join(', '),
        }),
      };
    }
    const facts = { ...invoice, currency };
    if (new Big(invoice.open).lte(0))
      return {
        say: say('payment.paid', { ...facts, amount: payment?.amount, receivedOn: payment?.receivedOn }),
      };
    if (new Big(invoice.paid).gt(0)) {
      const isOther = paidClaim.test(said) && namesAnother(said, slots, invoice);
      const booked = payments.flatMap(({ receivedOn, appliedTo }) =>
        appliedTo
          .filter(({ invoiceNumber }) => invoiceNumber === invoice.number)
          .map(({ amount }) =>
            say('payment.booked', {
              ...(amount === invoice.paid ? {} : { amount }),
              receivedOn,
              currency,
            }),
          ),
      );
      const part = say('payment.part', { ...facts, booked: booked.join(', ') || undefined });
      return isOther ? { say: `${part} ${say('payment.other')}`, ask: 'person' } : { say: part };
    }
    const claims =
      slots.date !== undefined || slots.amounts.length > 0 || (paidClaim.test(text) && !asksPaid.test(text));
    return {
      say: claims ? say('payment.claimed', { ...facts, saidOn: slots.date }) : say('payment.open', facts),
    };
  },
  send_invoice_copy: (result, { say }, { slots }) => {
    const links = DocumentLinks.safeParse(result).data;
    if (!links) return undefined;
    const [wanted] = slots.emails;
    const elsewhere = wanted && wanted.toLowerCase() !== links.mailedTo?.toLowerCase();
    return { say: elsewhere ? `${say('copy', links)} ${say('copy.other.address')}` : say('copy', links) };
  },
  request_human: (result, { say }) => {
    const handover = Handover.safeParse(result).data;
    return handover && { say: say(`human.${handover.state}`, handover) };
  },
};
