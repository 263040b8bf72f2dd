import { amountInWords, timeInWords } from './in-words.ts';
import type { ConversationSummary } from './views/conversation-summary.ts';
import type { LogEntry } from './views/log-entry.ts';

type Sentence = ConversationSummary['sentences'][number];

/** What is known of a conversation when it is handed over; sums are decimal strings, `timeZone` is the one the team works in. */
export type ConversationFacts = {
  readonly customer?: { readonly personId: string; readonly name: string; readonly accountName?: string };
  readonly timeZone: string;
  readonly entries: readonly LogEntry[];
  /** What the assistant looked up, in order: the tool's name and the record it read. */
  readonly lookups: readonly { readonly tool: string; readonly recordId: string; readonly finding: string }[];
  readonly dispute?: {
    readonly caseNumber: string;
    readonly invoiceNumber: string;
    readonly disputed: string;
    readonly currency: string;
    readonly replyBy?: Date;
    readonly items: readonly {
      readonly line: number;
      readonly description: string;
      readonly invoicedQuantity: string;
      readonly claimedQuantity?: string;
      readonly disputedQuantity: string;
    }[];
  };
};

const upset =
  /\b(ridiculous|unacceptable|angry|furious|disgrace|fed up|terrible|worst|lawyer|legal|sue|frechheit|unverschämt|anwalt)\b|!{2,}/iu;

/**
 * What a person needs to know before taking over, each sentence with the entry or record that bears it out. Nothing is in it that no
 * source says; the customer's own words are quoted, never repeated as facts.
 */
export function summariseConversation(facts: ConversationFacts): ConversationSummary {
  const said = facts.entries.filter((entry) => entry.author === 'customer' && entry.body.kind === 'message');
  const sentences = [
    who(facts, said),
    ...claim(facts),
    ...checked(facts),
    ...wants(said),
    ...mood(said),
    next(facts, said),
  ];
  return { sentences: sentences.filter((sentence) => sentence !== undefined), language: 'en' };
}

function who({ customer }: ConversationFacts, said: readonly LogEntry[]): Sentence | undefined {
  if (customer) {
    const of = customer.accountName === undefined ? '' : ` of ${customer.accountName}`;
    return { topic: 'who', text: `${customer.name}${of}, signed in.`, sources: [record(customer.personId)] };
  }
  const [first] = said;
  return first && { topic: 'who', text: 'A visitor who is not signed in.', sources: [entrySource(first)] };
}

function claim({ dispute, timeZone }: ConversationFacts): Sentence[] {
  if (!dispute) return [];
  const source = [record(dispute.caseNumber)];
  const claims = dispute.items.map((item): Sentence => {
    const place =
      item.line === 0
        ? dispute.invoiceNumber
        : `${dispute.invoiceNumber} line ${item.line} (${item.description})`;
    const says =
      item.claimedQuantity === undefined
        ? `Disputes ${item.disputedQuantity} of ${item.invoicedQuantity} on ${place}.`
        : `Says ${item.claimedQuantity} of ${item.invoicedQuantity} arrived on ${place}; ${item.disputedQuantity} in dispute.`;
    return { topic: 'claim', text: says, sources: source };
  });
  const reply =
    dispute.replyBy === undefined ? '' : `, reply promised by ${timeInWords(dispute.replyBy, timeZone)}`;
  const text = `${dispute.caseNumber} is open over ${amountInWords(dispute.disputed, dispute.currency)}${reply}.`;
  return [...claims, { topic: 'promised', text, sources: source }];
}

const checked = ({ lookups }: ConversationFacts): Sentence[] => {
  const newest = new Map(lookups.map((lookup) => [`${lookup.tool} ${lookup.recordId}`, lookup]));
  return [...newest.values()]
    .slice(-4)
    .map((lookup) => ({ topic: 'checked', text: lookup.finding, sources: [record(lookup.recordId)] }));
};

function wants(said: readonly LogEntry[]): Sentence[] {
  const first = said.find((entry) => textOf(entry).split(/\s+/).length > 2) ?? said[0];
  const last = said.at(-1);
  return [...new Set([first, last])]
    .filter((entry) => entry !== undefined)
    .map((entry) => ({
      topic: 'wants',
      text: `Wrote: “${shortened(textOf(entry))}”`,
      sources: [entrySource(entry)],
    }));
}

function mood(said: readonly LogEntry[]): Sentence[] {
  const shown = said.filter((entry) => upset.test(textOf(entry)) || isShouted(textOf(entry)));
  if (shown.length === 0) return [];
  return [{ topic: 'mood', text: 'Sounds upset.', sources: shown.slice(0, 3).map(entrySource) }];
}

function next({ dispute }: ConversationFacts, said: readonly LogEntry[]): Sentence | undefined {
  if (dispute) {
    return {
      topic: 'next_step',
      text: 'Check the claim against the delivery records.',
      sources: [record(dispute.caseNumber)],
    };
  }
  const last = said.at(-1);
  return last && { topic: 'next_step', text: 'Answer the last message.', sources: [entrySource(last)] };
}

const record = (id: string) => ({ kind: 'record' as const, id });
const entrySource = (entry: LogEntry) => ({ kind: 'entry' as const, id: String(entry.seq) });
const textOf = (entry: LogEntry) => (entry.body.kind === 'message' ? entry.body.text : '');
const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 157)}…`;
};
const isShouted = (text: string) => text.length > 12 && /\p{Lu}/u.test(text) && text === text.toUpperCase();
