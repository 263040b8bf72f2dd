import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { CustomerPart } from '#evals/runner/scenario.ts';
import { kindOfQuestion } from '#offline-engine/question.ts';

/** Where the conversation stands when the customer's turn comes. */
export type Standing = {
  /** What the assistant said last; empty before anything was said and when nobody answered. */
  readonly answer: string;
  /** What waits for a yes. */
  readonly asked?: ConfirmationView;
  /** The customer has replied to it already, and it was not asked again. */
  readonly isReplied?: boolean;
  readonly state: 'bot' | 'queued' | 'human' | 'ended';
  readonly caseNamed: boolean;
  /** How many of the lines of "then says" were said. */
  readonly saidLines: number;
  /** How often each answer of the fact sheet was given. */
  readonly given: ReadonlyMap<string, number>;
  /** How many questions in a row the customer had no answer to. */
  readonly unknownInARow: number;
};

export type Move =
  | {
      readonly does: 'say';
      readonly text: string;
      readonly answers?: string;
      readonly given?: string;
      readonly isLine?: true;
      readonly isUnknown?: true;
    }
  | { readonly does: 'press'; readonly button: 'yes' | 'no' | 'talk to a person'; readonly isLine?: true }
  | { readonly does: 'leave'; readonly unfinished?: string };

const mostUnknown = 3;
const dontKnow = "I don't know.";

/**
 * What the customer does next, from the fact sheet alone: answers by the kind of question and by what waits for a yes, never by
 * wording. Asks for nothing new, invents nothing, and leaves once its end has come.
 */
export function nextMove(customer: CustomerPart, standing: Standing): Move {
  const line = customer['then says'][standing.saidLines];
  if (hasEnded(customer, standing, line)) return { does: 'leave' };
  const kind = kindOfQuestion(standing.answer);
  if (standing.asked && (!standing.isReplied || kind === 'confirmation')) {
    const key = confirmationKey(customer, standing.asked);
    const reply = key === undefined ? undefined : inTurn(customer.answers[key], standing.given.get(key));
    if (key !== undefined && reply !== undefined) return confirming(customer, key, reply);
  }
  const reply = replyTo(customer, kind, standing.given.get(kind));
  if (reply !== undefined) return { does: 'say', text: reply, answers: kind, given: kind };
  if (line !== undefined) {
    const button = /^\[presses (.+)\]$/.exec(line)?.[1];
    return button === undefined
      ? { does: 'say', text: line, isLine: true }
      : { does: 'press', button: buttonCalled(button), isLine: true };
  }
  if (customer['ends when'] === 'everything was said') return { does: 'leave' };
  if (kind === 'none' || kind === 'more')
    return {
      does: 'leave',
      unfinished: `The customer left: nothing was asked, and the end (${customer['ends when']}) had not come.`,
    };
  if (standing.unknownInARow + 1 >= mostUnknown)
    return {
      does: 'leave',
      unfinished: `The customer left after ${mostUnknown} questions in a row they could not answer.`,
    };
  return { does: 'say', text: dontKnow, isUnknown: true };
}

function hasEnded(customer: CustomerPart, standing: Standing, line: string | undefined): boolean {
  switch (customer['ends when']) {
    case 'a person was asked for':
      return standing.state !== 'bot';
    case 'the agent has named a case number':
      return standing.caseNamed && line === undefined;
    default:
      return false;
  }
}

/** "confirmation of 2" answers a claim over two units, "any other confirmation" every other one. */
function confirmationKey({ answers }: CustomerPart, { facts }: ConfirmationView): string | undefined {
  const disputed = facts.items.reduce((sum, item) => sum + Number(item.disputedQuantity), 0);
  return [`confirmation of ${disputed}`, 'confirmation', 'any other confirmation'].find(
    (key) => answers[key],
  );
}

/** The answer for this time; the last one goes on being given. */
const inTurn = (answers: readonly string[] | undefined, given = 0): string | undefined =>
  answers?.[Math.min(given, answers.length - 1)];

const isNo = (text: string) => /^(?:no|nein|stop)\b/i.test(text.trim());

const confirming = (customer: CustomerPart, key: string, reply: string): Move =>
  customer['confirms with'] === 'button'
    ? { does: 'press', button: isNo(reply) ? 'no' : 'yes' }
    : { does: 'say', text: reply, answers: 'confirmation', given: key };

/** From the answers of the fact sheet, else from what the customer knows. */
function replyTo({ answers, knows }: CustomerPart, kind: string, given?: number): string | undefined {
  const answer = inTurn(answers[kind], given);
  if (kind === 'none' || kind === 'more' || kind === 'other') return answer;
  return answer ?? knows[kind] ?? (kind === 'quantity' ? (knows.received ?? knows.disputed) : undefined);
}

function buttonCalled(name: string): 'yes' | 'no' | 'talk to a person' {
  if (name === 'yes' || name === 'no' || name === 'talk to a person') return name;
  throw new Error(`The customer has no button "${name}"; there are yes, no and talk to a person`);
}

/** Types with the slips of somebody in a hurry; numbers are left as they are. The same seed makes the same slips. */
export function typed(text: string, typos: CustomerPart['typos'], random: () => number): string {
  const share = { none: 0, few: 0.08, many: 0.25 }[typos];
  return text.replace(/(?<![\p{L}\p{N}-])\p{Ll}{5,}(?![\p{L}\p{N}-])/gu, (word) => {
    if (random() >= share) return word;
    const at = 1 + Math.floor(random() * (word.length - 3));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
