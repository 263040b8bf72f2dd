import type { Option } from '../meaning/context.ts';
import { questionIn } from '../question.ts';
import { readValues } from '../values/read-values.ts';
import { pattern } from '../words/pattern.ts';
import type { QuestionKind } from '../words/word-file.ts';
import { alternatives } from '../words/words.ts';

/** What an assistant's words show and ask, whichever model wrote them. */
export type ReadWords = {
  readonly listed: readonly Option[];
  readonly lines: readonly Option[];
  readonly invoice?: string;
  readonly line?: number;
  readonly asked?: QuestionKind;
};

const item = /^\s*(?:(\d+)[.)]|[-*•])\s+(.+)$/gm;
const dueDay = /due:? ?(\d{4}-\d{2}-\d{2})/;
const quantity = pattern(`(\\d+(?:[.,]\\d+)?) (?:${alternatives('cues', 'unit')}|x\\b|of\\b)`);
const ofWhole = /(\d+) of (?:the )?(\d+)|of the (\d+)/;

export function readAssistant(text: string, today: string): ReadWords {
  const listed: Option[] = [];
  const lines: Option[] = [];
  for (const [, place, content = ''] of text.matchAll(item)) {
    const found = itemOf(content, place, today);
    if (found) (found.type === 'line' ? lines : listed).push(found);
  }
  const rest = text.replace(item, '');
  const { slots } = readValues(rest, { today });
  if (slots.line !== undefined && lines.length === 0) {
    const whole = ofWhole.exec(rest);
    const count = whole?.[2] ?? whole?.[3];
    lines.push({
      type: 'line',
      id: String(slots.line),
      label: rest,
      goods: true,
      ...(count ? { quantity: count } : {}),
    });
  }
  const asked = questionIn(text);
  const [invoice] = slots.invoices;
  return {
    listed,
    lines,
    ...(invoice && (slots.invoices.length === 1 || lines.length > 0) ? { invoice } : {}),
    ...(slots.line === undefined ? {} : { line: slots.line }),
    ...(asked ? { asked } : {}),
  };
}

function itemOf(content: string, place: string | undefined, today: string): Option | undefined {
  const { slots } = readValues(content, { today });
  const amount = slots.amounts.at(-1)?.value;
  const due = dueDay.exec(content)?.[1];
  const issued = /(\d{4}-\d{2}-\d{2})/.exec(content.replace(dueDay, ''))?.[1];
  const facts = {
    label: content,
    ...(amount ? { amount } : {}),
    ...(due ? { due } : {}),
    ...(issued ? { issued } : {}),
  };
  const [invoice] = slots.invoices;
  const [caseNumber] = slots.cases;
  if (invoice && !/^line/i.test(content) && !standsBefore(caseNumber, invoice, content))
    return { type: 'invoice', id: invoice, ...facts };
  if (caseNumber) return { type: 'case', id: caseNumber, ...facts };
  if (!place && slots.line === undefined) return undefined;
  const count = quantity.exec(content)?.[1];
  return {
    type: 'line',
    id: String(slots.line ?? place),
    goods: true,
    ...facts,
    ...(count ? { quantity: count } : {}),
  };
}

/** "CASE-1181, billed twice: INV-20301" is a case. */
const standsBefore = (one: string | undefined, other: string, text: string): boolean =>
  one !== undefined && text.toUpperCase().indexOf(one) < text.toUpperCase().indexOf(other);
