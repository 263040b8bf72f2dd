import { readFileSync } from 'node:fs';
import type { ModelMessage } from 'ai';
import { parse } from 'yaml';
import * as z from 'zod';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { InvoiceView } from '#domain/views/invoice-view.ts';
import { Asked } from '../../memory/learn.ts';
import { kindOfQuestion } from '../../question.ts';
import { textOf } from '../text-of.ts';
import { factsOf, linesOf, readBackFacts } from './facts.ts';

const Wordings = z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1)));
const wordings = Wordings.parse(parse(readFileSync(new URL('wordings.yaml', import.meta.url), 'utf8')));
const Answer = z.object({ ok: z.literal(true), result: z.unknown() });
const Refused = z.object({ ok: z.literal(false), reason: z.string() });

/** What another model has seen of a conversation so far. */
type Seen = {
  turn: number;
  results: unknown[];
  invoice?: InvoiceView | undefined;
  /** What still waits for a yes. */
  open?: ConfirmationView;
};

/**
 * The same history as another model would have written it: the tools' parts stay, every word of the assistant is another.
 * The first messages stay as they are where another model wrote them already.
 */
export function inOtherWords(messages: readonly ModelMessage[], language: string, first = 0): ModelMessage[] {
  const seen: Seen = { turn: 0, results: [] };
  return messages.map((message, at) => {
    look(seen, message);
    if (message.role !== 'assistant' || at < first) return message;
    const text = textOf(message);
    if (!text) return message;
    const kind = kindOfQuestion(text);
    return { role: 'assistant', content: otherWords(seen, kind, language) };
  });
}

/** How another model would end the last turn of a history, asking what it is told to ask. */
export function lastWords(messages: readonly ModelMessage[], asks: string, language: string): string {
  const seen: Seen = { turn: 0, results: [] };
  for (const message of messages) look(seen, message);
  return otherWords(seen, asks, language);
}

function look(seen: Seen, message: ModelMessage): void {
  if (message.role === 'user') {
    seen.turn += 1;
    seen.results = [];
  }
  if (message.role !== 'tool') return;
  for (const part of message.content) {
    if (part.type !== 'tool-result' || part.output.type !== 'json') continue;
    const answer = Answer.safeParse(part.output.value).data;
    const refusal = Refused.safeParse(part.output.value).data;
    seen.results.push(answer ? answer.result : refusal && { reason: refusal.reason });
    seen.invoice = InvoiceView.safeParse(answer?.result).data ?? seen.invoice;
    const asked = Asked.safeParse(answer?.result).data;
    if (asked) seen.open = asked.confirmation;
    else if (/^(?:open_dispute|add_case_note)$/.test(part.toolName)) delete seen.open;
  }
}

function otherWords({ turn, results, invoice, open }: Seen, kind: string, language: string): string {
  const say = (key: string): string => {
    const spoken = wordings[language]?.[key] ?? wordings.en?.[key] ?? [];
    return spoken[turn % spoken.length] ?? '';
  };
  const told = results.filter((result) => !Asked.safeParse(result).success).flatMap(factsOf);
  const facts = [
    ...told,
    ...(kind === 'confirmation' && open ? readBackFacts(open) : []),
    ...(kind === 'line' && invoice && told.length === 0 ? linesOf(invoice) : []),
  ];
  const question = kind === 'none' ? '' : say(kind);
  if (facts.length > 0) return [say('lead'), ...facts, question].filter(Boolean).join('\n');
  return question || say('plain');
}
