import { isOurTopic } from '../text/own-topics.ts';
import type { ValueReading } from '../values/read-values.ts';
import { anyOf, startsWith } from '../words/words.ts';

const opening = (
  ['yes', 'no', 'stop', 'correcting', 'thanks', 'greet', 'bye', 'no-thanks', 'unknown'] as const
).map((key) => [key, startsWith('answers', key)] as const);
const inside = (['correction', 'human', 'person', 'speak', 'stop', 'thanks', 'bye'] as const).map(
  (key) => [key, anyOf('answers', key)] as const,
);
const asked = (
  ['evidence', 'wants-credit', 'compared', 'because', 'by-email', 'asks-paid', 'paid-claim'] as const
).map((key) => [key, anyOf('requests', key)] as const);

/** Words of the closed lists, in whatever language: "zopenyes", "zhasperson". */
function listMarks(text: string): string[] {
  const plain = text.trim();
  const name = (key: string): string => key.replaceAll('-', '');
  return [
    ...opening.filter(([, words]) => words.test(plain)).map(([key]) => `zopen${name(key)}`),
    ...inside.filter(([, words]) => words.test(plain)).map(([key]) => `zhas${name(key)}`),
    ...asked.filter(([, words]) => words.test(plain)).map(([key]) => `zreq${name(key)}`),
    ...(isOurTopic(plain) ? [] : ['zforeign']),
  ];
}

/** Marks of the kinds of values in a message that hint at the intent, and of words of closed lists. */
export function marksOf({ slots, source }: ValueReading): string[] {
  const marks: string[] = [];
  if (slots.reason === 'quantity_short') marks.push('zshort');
  else if (slots.reason) marks.push('zreason', `zr${slots.reason.replace('_', '')}`);
  if (slots.delivered !== undefined) marks.push('zdelivered');
  if (slots.billed !== undefined) marks.push('zbilled');
  if (slots.claimed !== undefined) marks.push('zclaimed');
  if (slots.filter) marks.push(`zfilter${slots.filter}`);
  if (slots.cases.length > 0) marks.push('zcase');
  if (slots.ordinal !== undefined || slots.superlative) marks.push('zordinal');
  if (slots.days || slots.months) marks.push('zdur');
  return [...marks, ...listMarks(source)];
}
