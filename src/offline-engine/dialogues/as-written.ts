import { canonical } from '../memory/history.ts';
import { kindOfQuestion } from '../question.ts';
import type { Answered } from './conversation.ts';
import type { Turn } from './dialogue.ts';

export type WantedCall = { readonly tool: string; readonly input?: Readonly<Record<string, unknown>> };

/** The calls a turn wants; in the data files a call is its tool's name, or the name with its input. */
export const wantedCalls = ({ tools }: Turn): readonly WantedCall[] | undefined =>
  tools?.map((written) => {
    if (typeof written === 'string') return { tool: written };
    const [[tool, input] = ['', {}]] = Object.entries(written);
    return { tool, input };
  });

/** What is not as written in an answer; empty when all of it is. */
export const faultsOf = (turn: Turn, answer: Answered): string[] => [
  ...faultsOfCalls(turn, answer),
  ...turn.words.filter((words) => !answer.text.includes(words)).map((words) => `"${words}" is not said`),
  ...turn.absent.filter((words) => answer.text.includes(words)).map((words) => `"${words}" is said`),
  ...faultsOfQuestion(turn, answer),
  ...(turn.language !== undefined && answer.language !== undefined && answer.language !== turn.language
    ? [`answers in ${answer.language}, not ${turn.language}`]
    : []),
  ...(turn.writes !== undefined && answer.writes !== turn.writes
    ? [`writes ${answer.writes}, not ${turn.writes}`]
    : []),
];

type Call = { readonly tool: string; readonly input?: unknown };

function faultsOfCalls(turn: Turn, { calls }: Answered): string[] {
  const wanted = wantedCalls(turn);
  if (!wanted) return [];
  const names = (all: readonly Call[]): string =>
    all
      .map(({ tool }) => tool)
      .sort()
      .join(', ');
  if (names(wanted) !== names(calls))
    return [`uses ${names(calls) || 'no tool'}, not ${names(wanted) || 'none'}`];
  const made = new Set(calls.map(keyOf));
  return wanted
    .filter((call) => call.input !== undefined && !made.has(keyOf(call)))
    .map((call) => `no call ${keyOf(call)}, but ${[...made].join('; ')}`);
}

const keyOf = ({ tool, input }: Call): string => `${tool} ${canonical(input)}`;

/** The kind is told by the engine about itself, and read out of any model's words. */
function faultsOfQuestion({ question }: Turn, answer: Answered): string[] {
  if (question === undefined) return [];
  const read = kindOfQuestion(answer.text);
  return [
    ...(read === question ? [] : [`asks "${read}", not "${question}"`]),
    ...(answer.question === undefined || answer.question === question
      ? []
      : [`says it asks "${answer.question}", not "${question}"`]),
  ];
}
