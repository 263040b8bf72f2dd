import { plain } from '../intent/features.ts';
import { storedWeights } from '../intent/stored-weights.ts';
import type { Slots } from '../values/slots.ts';
import { firstOf, pattern } from '../words/pattern.ts';
import { beginsWithRepWords, repAlternatives, repWords } from '../words/rep-words.ts';
import { alternatives, anyOf } from '../words/words.ts';
import type { Option } from './context.ts';
import { isTask, type Moment, meant, type Reader } from './moment.ts';
import { numbersOf } from './plain-number.ts';

const queues = [
  repWords('queue-unassigned'),
  repWords('queue-customer'),
  repWords('queue-overdue'),
  repWords('queue-due'),
  repWords('queue-urgent'),
];
const similar = pattern(`(?:${repAlternatives('cases-of')})\\s+\\p{L}`);
const invoice = anyOf('documents', 'invoice');
const cases = pattern(`(?<!\\p{L})(?:${alternatives('documents', 'case')})s(?!\\p{L})`);
const all = repWords('queue-all');
const casesWith = beginsWithRepWords('cases-with');
const bound = firstOf([repWords('above'), repWords('below')]);
const ofThis = repWords('of-this');
/** A list of cases is asked for in few words. */
const mostWords = 8;
const fewWords = 3;
const mostOfName = 4;
/** From here on the classifier knows that a message asks for something other than a list. */
const sureOther = 0.8;

/** "Overdue", "which wait for the customer", "cases of Oakmere". */
export const readQueue: Reader = (moment) => {
  const { raw, words, context, prediction } = moment;
  const sought = ofSumOrGoods(moment);
  if (sought) return meant(moment, 'rep.queue', sought);
  if (words > mostWords || /\d/.test(raw) || invoice.test(raw) || context.asked === 'note') return undefined;
  const isOther =
    isTask(prediction.label) &&
    prediction.label !== 'rep.queue' &&
    prediction.score >= sureOther &&
    // "Anything overdue?", with no case at hand
    (context.case !== undefined || words > fewWords);
  // "Is it overdue?" asks of the case at hand.
  if (context.case && ofThis.test(raw) && !cases.test(raw) && !all.test(raw))
    return queues.some((queue) => queue.test(raw)) ? meant(moment, 'case.status') : undefined;
  // "Any cases from brightwell?", with no case at hand whose like could be meant.
  const name = nameAfter(raw);
  const isOfAccount = /\p{Lu}/u.test(name) || (name !== '' && context.case === undefined && !isOther);
  return isOfAccount ||
    isOfSeveralListed(moment) ||
    (!isOther && !namesAccount(raw) && queues.some((queue) => queue.test(raw))) ||
    (all.test(raw) && cases.test(raw))
    ? meant(moment, 'rep.queue')
    : undefined;
};

/** "The kestrel one", where two of the listed cases are Kestrel's. */
function isOfSeveralListed({ raw, words, context: { asked, listed } }: Moment): boolean {
  const said = new Set(raw.toLowerCase().match(/\p{L}{4,}/gu));
  const first = ({ label = '' }: Option): string => /^\p{L}+/u.exec(label.toLowerCase())?.[0] ?? '';
  const called = listed.filter((option) => option.type === 'case' && said.has(first(option)));
  return asked === 'case' && words <= mostOfName && called.length > 1;
}

/** "Which case is over 100 euro", "cases with gloves"; the like of the case at hand are another question. */
function ofSumOrGoods({ raw, words, context, prediction, reading, slotsFor }: Moment): Slots | undefined {
  if (words > mostWords || context.asked === 'note' || !casesWith.test(raw)) return undefined;
  const slots = slotsFor('rep.queue', raw);
  if (slots.cases.length > 0) return undefined;
  const amounts = [...slots.amounts, ...reading.slots.amounts].slice(0, 1);
  if (amounts.length > 0) return { ...slots, amounts };
  const [number, ...others] = bound.test(raw) ? numbersOf(reading) : [];
  if (number !== undefined && others.length === 0) return { ...slots, amounts: [{ value: number }] };
  return slots.product !== undefined && prediction.label !== 'rep.similar' ? slots : undefined;
}

const capitalised = /(?<!\p{L})\p{Lu}\p{Ll}{2,}/gu;

/** "Harborline, everything past due": a customer's invoices, and not cases. A name is what hardly anybody else writes. */
function namesAccount(text: string): boolean {
  const { people } = storedWeights();
  return [...text.matchAll(capitalised)].some(
    ([word]) => !people.has(plain(word)) && !queues.some((queue) => queue.test(word)),
  );
}

/** What follows "cases of"; empty when nothing does. */
const nameAfter = (text: string): string => {
  const found = similar.exec(text);
  return found ? (text.slice(found.index + found[0].length - 1).split(/\s+/)[0] ?? '') : '';
};
