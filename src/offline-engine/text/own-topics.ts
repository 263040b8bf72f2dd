import { wordSet } from '../words/words.ts';

const stems = [...wordSet('stems')].map((stem) =>
  stem.endsWith('*') ? stem.slice(0, -1) : stem.length <= 4 ? `${stem}s?(?!\\p{L})` : stem,
);
const stem = new RegExp(`(?<!\\p{L})(?:over|un)?(?:${stems.join('|')})`, 'iu');

/** Whether a text has any word of ours (invoices, payments, deliveries, disputes). */
export const isOurTopic = (text: string): boolean => stem.test(text);
