import * as z from 'zod';
import { callKey } from '../memory/history.ts';
import { confirmedTools } from '../policy/actions.ts';
import { numbersIn } from '../speak/numbers-in.ts';
import { wantedCalls } from './as-written.ts';
import type { Answered } from './conversation.ts';
import type { Turn } from './dialogue.ts';

const Input = z.record(z.string(), z.unknown());
/** What only words say: a model may write a note in its own. */
const free = ['note', 'reason', 'question', 'about'];

/**
 * What a model that words its answers freely got wrong in a turn: a wanted tool it did not use rightly, a write that was not
 * wanted, a number, sum or document that it did not tell. It may look up more than is wanted, and say it as it likes.
 */
export function missesOf(turn: Turn, answer: Answered): string[] {
  const made = new Set(answer.calls.map(keyOf));
  const names = new Set(answer.calls.map(({ tool }) => tool));
  const wanted = wantedCalls(turn) ?? [];
  const mayWrite = turn.tools === undefined || wanted.some(({ tool }) => confirmedTools.has(tool));
  return [
    ...wanted
      .filter((call) => (call.input === undefined ? !names.has(call.tool) : !made.has(keyOf(call))))
      .map((call) => `no call ${keyOf(call)}`),
    ...answer.calls
      .filter(({ tool }) => !mayWrite && confirmedTools.has(tool))
      .map(({ tool }) => `uses ${tool}, which nobody wanted`),
    ...turn.words.filter((words) => !tells(answer.text, words)).map((words) => `"${words}" is not told`),
    ...(turn.writes !== undefined && answer.writes !== turn.writes
      ? [`writes ${answer.writes}, not ${turn.writes}`]
      : []),
  ];
}

const keyOf = ({ tool, input }: { readonly tool: string; readonly input?: unknown }): string => {
  const named = Object.entries(Input.safeParse(input).data ?? {}).filter(([field]) => !free.includes(field));
  return callKey(tool, Object.fromEntries(named));
};

const documents = /(?:INV|CASE)-\d+/g;
const place = /^\d+\. /;

/** Whether a text holds the documents and numbers of the wanted words; words without any may be said in any way. */
function tells(text: string, words: string): boolean {
  const named = words.match(documents) ?? [];
  const told = numbersIn(text);
  return (
    named.every((number) => text.includes(number)) &&
    numbersIn(words.replace(place, '').replace(documents, '')).every((wanted) =>
      told.some((number) => number.eq(wanted)),
    )
  );
}
