import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { InvoiceView } from '#domain/views/invoice-view.ts';
import type { ProposalView } from '#domain/views/validation-view.ts';
import type { Act, Context } from '../meaning/context.ts';
import type { Slots } from '../values/slots.ts';
import type { QuestionKind } from '../words/word-file.ts';
import type { Answer, ToolCall } from './history.ts';

/** A write that waits for the customer's yes, with the call that has to be made again. */
export type Confirmation = {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly view: ConfirmationView;
};

/** Something the writer wants, from when it is said until it is done, dropped or answered. */
export type Request = {
  readonly intent: string;
  readonly slots: Slots;
  readonly text: string;
  /** The message that made the request, as it was written. */
  readonly said?: string;
  readonly score: number;
  /** Which invoice it is about was asked: none of a case that is talked of meanwhile. */
  readonly awaitsInvoice?: boolean;
  /** The writer agreed to go on without something. */
  readonly agreed?: boolean;
  /** Asked which line the number told was of, the writer said: of all. */
  readonly isOfEach?: boolean;
  /** What the writer could not say when asked. */
  readonly unknown?: readonly QuestionKind[];
  readonly note?: string;
  /** The line that the question was of, by its number. */
  readonly line?: number;
  /** How often in a row it was asked about in vain. */
  readonly misses?: number;
  readonly choice?: readonly [string, string];
  /** The confirmation that the writer's yes belongs to. */
  readonly confirmation?: Confirmation;
};

export type MadeCall = ToolCall & { answer?: Answer };

/** A proposal that waits for its button; of a part when the rep named lines and quantities. */
export type Prepared = ProposalView & { readonly isPart: boolean };

/** A case that was opened in this conversation, with the customer's words that went along. */
export type OpenedCase = {
  readonly caseNumber: string;
  readonly invoiceNumber: string;
  readonly reasonCode: string;
  readonly note?: string;
};

/** All that is known at one point of a conversation, read back out of its history. */
export type State = {
  readonly context: Context;
  /** What the last message asks for. */
  requests: Request[];
  /** Requests of before that are not finished. */
  pending: Request[];
  /** The tool calls of this turn. */
  calls: MadeCall[];
  last?: Request;
  /** Number of the last thing written. */
  written?: string;
  /** The oldest first. */
  opened: readonly OpenedCase[];
  readonly invoices: Map<string, InvoiceView>;
  /** The confirmation asked for last, while it is not used, by its call. */
  readonly confirmations: Map<string, Confirmation>;
  /** The only line in dispute of the case that was read last. */
  disputed?: { readonly invoice: string; readonly line: number };
  /** The invoices that were talked of before the message that is answered, the latest last. */
  talkedOf: readonly string[];
  /** Those and the ones of this turn. */
  focused: readonly string[];
  /** The search that listed invoices last. */
  search?: Readonly<Record<string, unknown>>;
  /** The days of the statement that was shown last. */
  period?: { readonly from: string; readonly to: string };
  /** What was prepared last for a rep to approve, now and before the message that is answered. */
  prepared?: Prepared;
  preparedBefore?: Prepared;
  choice?: { readonly options: readonly [string, string]; readonly request: Request };
  /** Case on which the rep works, when the conversation is bound to one. */
  readonly openCase?: string;
  turn: number;
  /** Whether the conversation's language was settled before its first message was read here. */
  readonly isPinned: boolean;
  /** Whether a message has told the language of the conversation. */
  isLanguageTold: boolean;
  /** Whether the last message was written in a language nobody wrote a pack for. */
  isForeign: boolean;
  /** Whether the history keeps tool calls; without them an earlier confirmation cannot be known. */
  seenCalls: boolean;
  /** The assistant's last words, and all of them. */
  said: string;
  spoken: string;
  /** Whether something that sends waited for a word when the last message came. */
  leavesUnsent: boolean;
  /** Whether the last message is a plain yes. */
  saysYes: boolean;
  negative: boolean;
  complaints: number;
  strangers: number;
  trace: readonly Act[];
};
