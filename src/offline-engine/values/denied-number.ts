import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import type { NumberPlace, WrittenNumber } from './numbers.ts';

const notBefore = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'not')})\\s+$`);
const saidBefore = pattern(`(?<!\\p{L})(?:${alternatives('cues', 'said-before')})\\s+$`);
const butBetween = pattern(`^\\s*(?:[,;.]|[,;.]?\\s*(?:${alternatives('cues', 'but-rather')}))\\s*$`);
const isValue = /^(?:billed|delivered|claimed|amount|none)$/;
/** So many characters before a number may deny it. */
const reach = 20;

type Told = WrittenNumber & { readonly role: string };

/**
 * The numbers of an answer to a read-back without the one it denies: "not 4 but 14", of which a no may be cut off already, and "86.40, not 84.60".
 */
export function withoutDenied(told: readonly Told[], source: string, place: NumberPlace): readonly Told[] {
  if (place.asked !== 'confirmation') return told;
  const [first, second, ...others] = told.filter(({ role }) => isValue.test(role));
  if (!first || !second || others.length > 0) return told;
  const stands = ({ value }: Told): boolean => Number(value) === Number(place.claimed);
  const isAfterNot = ({ start }: Told): boolean =>
    notBefore.test(source.slice(Math.max(0, start - reach), start));
  // "I said 10 but they are nine"
  const isSaidBefore =
    saidBefore.test(source.slice(Math.max(0, first.start - reach), first.start)) &&
    second.start - first.end <= reach;
  const isFirst = source.slice(0, first.start).trim() === '';
  const isBut = butBetween.test(source.slice(first.end, second.start));
  const isDenied = isSaidBefore || ((isAfterNot(first) || isFirst) && isBut);
  if (stands(first) && !stands(second) && isDenied)
    return told.map((number) =>
      number === first
        ? { ...number, tag: 'rangenum', role: 'none' }
        : number === second && number.role === 'none'
          ? { ...number, role: 'claimed' }
          : number,
    );
  return isAfterNot(second) && first.role !== 'none'
    ? told.map((number) => (number === second ? { ...number, tag: 'rangenum', role: 'none' } : number))
    : told;
}
