import { ownWords, quotedWords } from '../text/own-words.ts';
import { readValues } from '../values/read-values.ts';
import { filledUp, noSlots, type Slots } from '../values/slots.ts';
import { anyOf } from '../words/words.ts';
import type { Act, Context, Interpretation } from './context.ts';

const passedOn = anyOf('requests', 'passed-on');
const fromUs = anyOf('requests', 'from-us');
type Interpret = (message: string, context: Context) => Interpretation;

/**
 * What a mail quotes. Passed on (a customer's words that a rep pastes, a note of the customer's own people)
 * it says what is wrong; a letter of ours that is answered only names the documents.
 */
export function withQuotedMail(
  found: Interpretation,
  message: string,
  context: Context,
  interpret: Interpret,
): Interpretation {
  const quoted = quotedWords(message);
  if (quoted === '') return found;
  // In an answer to a question what is quoted is the question.
  const isPassedOn =
    context.asked === undefined &&
    (context.side === 'rep' || (passedOn.test(ownWords(message)) && !fromUs.test(quoted)));
  if (!isPassedOn) return { ...found, acts: withDocuments(found.acts, quoted, context) };
  const wanted = context.side === 'rep' ? tellsProblem : tellsWhat;
  const told = interpret(quoted, afresh(context)).acts.filter(({ intent }) => wanted.test(intent));
  const withQuote = (own: string): string => `${own}\n${quoted}`;
  return {
    ...found,
    text: withQuote(found.text),
    written: withQuote(found.written),
    acts: withTold(found.acts, told, context),
  };
}

const tellsProblem = /^(?:dispute\.open|inform)$/;
const tellsWhat = /^(?:dispute\.open|inform|invoice\.|payment\.|case\.|statement|balance)/;
/** What a mail that only passes another one on reads as. */
const saysLittle = /^(?:dispute\.open|clarify|oos|inform|other|hesitate)$/;
const isOfRep = /^rep\./;

const afresh = ({ today, dayFirst, language, numberFormats, vectorOf }: Context): Context => ({
  side: 'customer',
  today,
  dayFirst,
  language,
  listed: [],
  lines: [],
  ...(numberFormats ? { numberFormats } : {}),
  ...(vectorOf ? { vectorOf } : {}),
});

function withTold(own: readonly Act[], told: readonly Act[], { side }: Context): readonly Act[] {
  const [first] = own;
  if (!first || told.length === 0) return own;
  const wanted = side === 'rep' ? told.filter(({ intent }) => intent === 'dispute.open') : told;
  const isBare = ({ intent, slots }: Act): boolean =>
    !namesProblem(slots) && (saysLittle.test(intent) || wanted.some((one) => one.intent === intent));
  if (wanted.length > 0 && own.some(isBare)) {
    const named = own.filter(isBare).reduce((all, { slots }) => filledUp(all, slots), noSlots());
    const more = wanted.map((one) => ({ ...one, slots: filledUp(one.slots, documentsOf(named)) }));
    return [...own.filter((one) => !isBare(one)), ...more];
  }
  if (side !== 'rep') return own;
  const all = told.reduce((known, { slots }) => filledUp(known, slots), noSlots());
  const at = Math.max(
    0,
    own.findIndex(({ intent }) => /^rep\.validate$/.test(intent)),
  );
  return own.map((one, place) => (place === at ? { ...one, slots: takenOver(one, all) } : one));
}

/** What the mail says, as far as the rep's own words do not: of a rep's step it is no kind of dispute. */
function takenOver({ intent, slots }: Act, told: Slots): Slots {
  const all = filledUp(slots, told);
  if (!isOfRep.test(intent)) return all;
  const { reason, isReasonGuessed, ...values } = all;
  return values;
}

const namesProblem = ({ product, line, claimed, delivered, amounts }: Slots): boolean =>
  [product, line, claimed, delivered].some((value) => value !== undefined) || amounts.length > 0;

const documentsOf = ({ invoices, cases, orders, emails }: Slots): Slots => ({
  ...noSlots(),
  invoices,
  cases,
  orders,
  emails,
});

const isDuplicate = ({ slots }: Act): boolean => slots.reason === 'duplicate';

/** The documents that a letter of ours names, for a mail whose own words name none; a copy of another invoice is of the one that the letter is about. */
function withDocuments(acts: readonly Act[], quoted: string, context: Context): readonly Act[] {
  const { invoices, cases, amounts } = readValues(quoted, context).slots;
  const known = acts.flatMap(({ slots }) => [...slots.invoices, ...slots.cases]);
  const duplicate = acts.find((one) => isDuplicate(one) && one.slots.invoices.length === 1);
  if (known.length > 0 && !duplicate) return acts;
  const [first] = acts;
  return acts.map((one) => {
    if (one !== (duplicate ?? first)) return one;
    const both = [...new Set([...invoices, ...one.slots.invoices])].slice(0, 2);
    const isPayment = one.intent === 'payment.status' && one.slots.amounts.length === 0;
    const slots = { ...one.slots, invoices: both, cases: [...one.slots.cases, ...cases].slice(0, 1) };
    return { ...one, slots: isPayment && amounts.length === 1 ? { ...slots, amounts } : slots };
  });
}
