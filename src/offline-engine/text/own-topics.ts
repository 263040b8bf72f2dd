import { firstOf, pattern } from '../words/pattern.ts';
import { wordSet } from '../words/words.ts';

const stems = [...wordSet('stems')].map((stem) =>
  stem.endsWith('*') ? stem.slice(0, -1) : stem.length <= 4 ? `${stem}s?(?!\\p{L})` : stem,
);
/** By their first letter, as few of them are looked for in one text. */
const stem = firstOf(
  [...Map.groupBy(stems, ([letter]) => letter).values()].map((some) =>
    pattern(`(?<!\\p{L})(?:over|un)?(?:${some.join('|')})`),
  ),
);

/** Whether a text has any word of ours (invoices, payments, deliveries, disputes). */
export const isOurTopic = (text: string): boolean => stem.test(text);
