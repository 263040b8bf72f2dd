import type { ValueReading } from '../values/read-values.ts';

/** The text the classifier sees: values as tags, and a mark for each kind of value that hints at the intent. */
export function withMarks({ slots, tagged }: ValueReading): string {
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
  return [tagged, ...marks].join(' ');
}
