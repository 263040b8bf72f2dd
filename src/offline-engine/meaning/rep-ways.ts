import { partsOf } from '../text/clauses.ts';
import { noSlots, tellsNumber } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { repAlternatives } from '../words/rep-words.ts';
import { anyOf, startsWith } from '../words/words.ts';
import { askedOfCase } from './case-asked.ts';
import { act, type Reader, understood } from './moment.ts';
import { numbersOf } from './plain-number.ts';

const ways = (
  [
    ['rep.credit', 'way-credit', 'do-credit'],
    ['rep.reorder', 'way-reorder', 'do-reorder'],
    ['rep.reject', 'way-reject', 'do-reject'],
  ] as const
).map(([intent, key, verb]) => {
  const named = `(?:${repAlternatives(key)})(?![\\p{L}\\p{N}])`;
  return {
    intent,
    named: pattern(`(?<![\\p{L}\\p{N}])(?:${named}|(?:${repAlternatives(verb)})(?![\\p{L}\\p{N}]))`),
    refused: pattern(
      `(?<![\\p{L}\\p{N}])(?:${repAlternatives('no-way')})\\s+${named}(?!\\s+(?:${repAlternatives('pointed-at')})(?!\\p{L}))`,
    ),
  };
});
const why = startsWith('requests', 'why');
const instead = anyOf('requests', 'in-its-place');
const explain = pattern(`^\\W*(?:${repAlternatives('explain-it')})[\\s.!,?]*$`);
/** More words say more than which way is wanted. */
const mostWords = 12;

/** "Not a credit, a replacement of 12", "no credit, no replacement, just explain", "replacement instead": ways to close the case by their names. */
export const readWays: Reader = (moment) => {
  const { raw, context, words } = moment;
  const { asked, prepared, pending } = context;
  if (context.case === undefined || words > mostWords || asked === 'note') return undefined;
  if (raw.includes('?') || why.test(raw)) return undefined;
  const refused = ways.filter((way) => way.refused.test(raw));
  const wanted = ways.filter(
    ({ named, refused: denied }) =>
      named.matches(raw).length > denied.matches(raw).length && !refused.some((way) => way.named === named),
  );
  const isInstead = instead.test(raw) && prepared !== undefined;
  if ((refused.length === 0 && !isInstead) || wanted.length > 1) return undefined;
  const [way] = wanted;
  if (way) {
    if (refused.length === 0 && way.intent === prepared) return undefined;
    const read = moment.slotsFor(way.intent, raw);
    const [number, ...others] = numbersOf(moment.reading);
    const isCounted = !tellsNumber(read) && read.amounts.length === 0 && others.length === 0;
    const slots = isCounted && number !== undefined ? { ...noSlots(), claimed: number } : read;
    const dropped = asked === 'confirmation' && pending ? [act('correct', noSlots(), raw)] : [];
    return understood(moment, [...dropped, act(way.intent, slots, raw)]);
  }
  const parts = partsOf(raw);
  const isNothingElse = parts.every(
    (part) => explain.test(part) || ways.some((one) => one.refused.test(part)) || askedOfCase(part, context),
  );
  if (!isNothingElse) return undefined;
  const question = parts.map((part) => askedOfCase(part, context)).find((found) => found !== undefined);
  const verdict = parts.some((part) => explain.test(part)) ? act('rep.validate', noSlots(), raw) : undefined;
  const next = question ?? verdict;
  return understood(moment, [act('cancel', noSlots(), raw), ...(next ? [next] : [])]);
};
