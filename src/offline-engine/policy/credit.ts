import Big from 'big.js';
import { BalanceView, PaymentStatusView, StatementView } from '#domain/views/account-view.ts';
import type { Request } from '../memory/state.ts';
import { addDays } from '../values/calendar.ts';
import { documentDigits } from '../values/documents.ts';
import { anyOf } from '../words/words.ts';
import { CaseList, caseFacts } from './case-facts.ts';
import { failure, type Plan, type Planner, resultOf, type Turn, use } from './plan.ts';

/** The number of a credit note, as written. */
const creditNumber = /(?<!\p{L})(?:CN[-\s]?|credit ?note (?:no\.? |number )?#?)(\d{3,})/iu;
const listing = anyOf('requests', 'lists-credit');
const returned = anyOf('reasons', 'returned');
/** How far back credit notes are looked for when no time is named. */
const daysBack = 180;
/** As many as one still reads in a chat. */
const mostNotes = 10;

/** What stands to the customer's credit, as far as the books tell: the sum, payments that are not applied, credit notes. */
export const planCredit: Planner = function* (request, turn) {
  const { say, state } = turn;
  const { today } = state.context;
  const [isList, isReturn] = [listing.test(request.text), returned.test(request.text)];
  const named = isList ? request.slots.range : undefined;
  const { from, to } = named ?? { from: addDays(today, -daysBack), to: today };
  const [balanced, booked, paid] = yield [
    { tool: 'get_account_balance', input: {} },
    { tool: 'get_statement', input: { from, to } },
    { tool: 'get_payment_status', input: {} },
  ];
  const balance = balanced && resultOf(balanced, BalanceView);
  if (!balance) return failure(balanced ?? { ok: true, result: undefined }, turn);
  const { credit, currency } = balance;
  const words = [say(new Big(credit).gt(0) ? 'credit.open' : 'credit.none', { credit, currency })];
  const payments = (paid && resultOf(paid, PaymentStatusView)?.payments) ?? [];
  const unapplied = payments.filter((payment) => new Big(payment.unapplied).gt(0));
  words.push(...unapplied.map((payment) => say('credit.payment', { ...payment, appliedTo: null, currency })));
  const statement = booked && resultOf(booked, StatementView);
  const items = (statement?.items ?? []).filter(({ kind }) => kind === 'credit_note');
  const one = items.find((item) => isNamed(item, request));
  if (one) return { say: say('credit.note.one', { ...asPositive(one), currency }) };
  const shown = items.slice(-mostNotes);
  const since = shown.length < items.length ? shown[0]?.date : from;
  if (statement && (isList || isReturn || unapplied.length === 0))
    words.push(say('credit.notes', { from: since, currency, items: shown.map(asPositive) }));
  if (isReturn) words.push(...(yield* openCases(turn)));
  if (isList) return { say: words.join('\n') };
  return { say: [...words, say('credit.person')].join('\n'), ask: 'person' };
};

/** "What is CN-3277?", "why did you credit me 20.16?" */
function isNamed(item: StatementView['items'][number], { text, slots }: Request): boolean {
  const digits = creditNumber.exec(text)?.[1];
  if (digits !== undefined) return documentDigits(item.number) === digits;
  return slots.amounts.some(({ value }) => new Big(value).eq(new Big(item.amount).abs()));
}

const asPositive = ({ number, date, amount }: StatementView['items'][number]) => ({
  number,
  date,
  amount: new Big(amount).abs().toFixed(2),
});

function* openCases(turn: Turn): Plan<string[]> {
  const cases = resultOf(yield* use('list_cases', { status: 'open' }), CaseList)?.cases ?? [];
  return cases.length === 0
    ? []
    : [turn.say('credit.cases', { items: cases.map((found) => caseFacts(found, turn.say)) })];
}
