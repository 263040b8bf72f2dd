import Big from 'big.js';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { distanceAfter, distanceBefore, type FoundQuantity } from './quantities.ts';

const the = `(?:${alternatives('cues', 'the')})?`;
const outOf = pattern(`^\\s*(?:\\p{L}+\\s+){0,2}(?:${alternatives('cues', 'out-of')})\\s*${the}\\s*$`);
const insteadOf = pattern(`^\\s*(?:\\p{L}+\\s+){0,3}(?:${alternatives('cues', 'instead')})\\s*${the}\\s*$`);
const notThe = pattern(`^\\s*(?:\\p{L}+\\s*){0,2},?\\s*(?:${alternatives('cues', 'not')})\\s*$`);
const missing = anyOf('cues', 'missing');
const claimedAfter = anyOf('cues', 'claimed-after');
const only = anyOf('cues', 'only');
const delivered = anyOf('cues', 'delivered');
const claimed = anyOf('cues', 'claimed');

/** Two numbers that explain each other: "5 of 40", "88 instead of 100", "12, not 10". */
export function joinPairs(text: string, found: readonly FoundQuantity[]): FoundQuantity[] {
  const quantities = [...found];
  for (let index = 0; index + 1 < quantities.length; index++) {
    const first = quantities[index];
    const second = quantities[index + 1];
    if (!first || !second || first.role) continue;
    const between = text.slice(first.end, second.start);
    if (outOf.test(between) && new Big(first.value).lte(second.value)) {
      second.role = 'billed';
      first.role = partOfWhole(text, first, second);
    } else if (insteadOf.test(between)) {
      first.role = 'delivered';
      second.role = 'billed';
    } else if (notThe.test(between)) {
      const isClaim =
        distanceAfter(text, first, claimed, 25) < 25 || distanceBefore(text, first, claimed, 25) < 25;
      first.role = isClaim ? 'claimed' : 'delivered';
      if (isClaim) quantities.splice(index + 1, 1);
      else second.role = 'billed';
    }
  }
  return quantities;
}

function partOfWhole(text: string, part: FoundQuantity, whole: FoundQuantity): 'delivered' | 'claimed' {
  const rest = text.slice(whole.end);
  const saysCame =
    distanceBefore(text, part, delivered, 30) < 30 &&
    !missing.test(text.slice(Math.max(0, part.start - 25), part.start));
  const saysWrong =
    claimedAfter.test(rest.slice(0, 60)) && !only.test(text.slice(Math.max(0, part.start - 20), part.start));
  if (saysCame && !saysWrong) return 'delivered';
  return claimedAfter.test(rest) || claimedAfter.test(text.slice(0, part.start)) ? 'claimed' : 'delivered';
}
