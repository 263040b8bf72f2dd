import type { ModelMessage } from 'ai';
import { z } from 'zod';
import { numberCheck } from '#domain/answer-check.ts';
import { type DoneFacts, promisesWithoutRecord } from '#domain/promise-check.ts';
import type { ToolRun } from './toolset.ts';

const Envelope = z.object({ ok: z.literal(true), result: z.unknown() });
const ToolParts = z.array(z.object({ toolName: z.string(), output: z.object({ value: z.unknown() }) }));
const Outcome = z.object({
  creditNote: z.unknown().optional(),
  replacementOrder: z.unknown().optional(),
  resolutionCode: z.string().optional(),
  caseNumber: z.string().optional(),
  resolutionNotes: z.string().optional(),
});
type Outcome = z.infer<typeof Outcome>;
const credits = ['credit_note_issued', 'credit_and_replacement'];
const replacements = ['replacement_ordered', 'credit_and_replacement'];

/**
 * Checks sentences against everything this conversation has on record: tool results and what the person wrote, never the
 * assistant's own words. Answers what no record bears out.
 */
export function answerCheck(
  history: readonly ModelMessage[],
  runs: readonly ToolRun[],
  context: string,
  language: string,
) {
  const earlier = history.flatMap(groundsIn);
  const earlierRuns = history.flatMap(runsIn);
  let known: { runs: number; check: (sentence: string) => string[] } | undefined;
  return (sentence: string): string[] => {
    if (known?.runs !== runs.length) {
      const sources = [...earlier, context, ...runs.map((run) => JSON.stringify(run))];
      known = { runs: runs.length, check: numberCheck(sources, language) };
    }
    const done = doneIn([...earlierRuns, ...runs.map(({ tool, answer }) => ({ tool, answer }))], sentence);
    return [
      ...known.check(sentence),
      ...promisesWithoutRecord(sentence, done).map((promise) => promise.sentence),
    ];
  };
}

type Ran = { readonly tool: string; readonly answer: unknown };

/** What the records of this conversation show was done. */
function doneIn(runs: readonly Ran[], sentence: string): DoneFacts {
  const worked = runs.flatMap(({ tool, answer }) => {
    const found = Envelope.safeParse(answer).data;
    return found ? [{ tool, result: found.result }] : [];
  });
  const outcomes = worked.flatMap(({ result }) => Outcome.safeParse(result).data ?? []);
  const did = (...names: string[]) =>
    worked.some(({ tool, result }) => names.includes(tool) && !needsYes(result));
  return {
    credited: outcomes.some(
      (outcome) =>
        outcome.creditNote !== undefined || (ended(outcome, credits) && isNamed(outcome, sentence)),
    ),
    replaced: outcomes.some(
      (outcome) =>
        outcome.replacementOrder !== undefined ||
        (ended(outcome, replacements) && isNamed(outcome, sentence)),
    ),
    caseOpened: did('open_dispute', 'get_case', 'list_cases', 'add_case_note'),
    handedOver: did('request_human'),
    copySent: did('send_invoice_copy'),
  };
}

const ended = ({ resolutionCode = '' }: Outcome, codes: readonly string[]) => codes.includes(resolutionCode);

/** An older case speaks for a sentence only when the sentence names it, names a document of its outcome, or quotes its notes. */
function isNamed({ caseNumber, resolutionNotes = '' }: Outcome, sentence: string): boolean {
  if (resolutionNotes.includes(sentence.trim())) return true;
  const documents = resolutionNotes.match(/[A-Z]{2,}-[\w-]*\d/g) ?? [];
  return [...documents, ...(caseNumber === undefined ? [] : [caseNumber])].some((number) =>
    sentence.includes(number),
  );
}

const needsYes = (result: unknown) =>
  typeof result === 'object' && result !== null && 'needsConfirmation' in result;

function groundsIn(message: ModelMessage): string[] {
  if (message.role === 'user')
    return [typeof message.content === 'string' ? message.content : JSON.stringify(message.content)];
  return message.role === 'tool' ? [JSON.stringify(message.content)] : [];
}

const runsIn = (message: ModelMessage): Ran[] =>
  message.role === 'tool'
    ? (ToolParts.safeParse(message.content).data ?? []).map(({ toolName, output }) => ({
        tool: toolName,
        answer: output.value,
      }))
    : [];
