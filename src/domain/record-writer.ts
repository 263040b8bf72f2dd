import type { CaseState, ResolutionCode } from './case.ts';
import type { Verdict } from './claim-check.ts';
import type { DisputeReasonCode } from './dispute-reason.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import type { ConversationSummary } from './views/conversation-summary.ts';
import type { SourceView } from './views/invoice-view.ts';
import type { LogEntry } from './views/log-entry.ts';
import type { MoodView } from './views/mood-view.ts';

/** Writes what people read about conversations and cases: only what its facts say, each statement with its source. */
export type RecordWriter = {
  /** `language` is the conversation's; a message that clearly is in another one is read in that. */
  readonly moodOf: (entries: readonly LogEntry[], language: string) => MoodView;
  readonly summaryOf: (facts: ConversationFacts, language: string) => ConversationSummary;
  /** One line for lists, such as "Quantity missing: 20 of 120 Crates 12×1L on INV-20418". */
  readonly shortDescriptionOf: (about: CaseSubject, language: string) => string;
  /** What happens next with a case in a state, in one sentence. */
  readonly nextStepOf: (state: CaseState, reader: CaseReader, language: string) => string;
  readonly replyDraftOf: (facts: ReplyFacts) => ReplyDraft;
};

/** Who reads about a case: the customer, or the team that works on it. */
export type CaseReader = 'customer' | 'team';

/** A disputed line; quantities are decimal strings in the invoice line's unit, 0 is the invoice as a whole. */
export type DisputedLine = {
  readonly line: number;
  readonly description: string;
  readonly invoicedQuantity: string;
  readonly claimedQuantity?: string;
  readonly disputedQuantity: string;
  readonly expectedUnitPrice?: string;
};

/** What a case is about. Without a reason it is a question, or the wish for a person when it is about nothing else. */
export type CaseSubject = {
  readonly reasonCode?: DisputeReasonCode;
  readonly invoiceNumber?: string;
  readonly currency?: string;
  readonly items: readonly DisputedLine[];
};

/** Numbers of what was issued; sums are decimal strings, days ISO days. */
export type Outcome = {
  readonly code: ResolutionCode;
  readonly creditNote?:
    | { readonly number: string; readonly total: string; readonly currency: string }
    | undefined;
  readonly replacementOrder?: { readonly number: string; readonly promiseDate?: string } | undefined;
  /** What the customer was told of the reason, in the words of whoever decided. */
  readonly reason?: string;
  /** What the customer was told in whole, where no document was issued here. */
  readonly notes?: string;
};

/** What is known of a conversation when it is handed over; `timeZone` is the one the team works in. */
export type ConversationFacts = {
  readonly customer?: { readonly personId: string; readonly name: string; readonly accountName?: string };
  readonly timeZone: string;
  /** The language the customer writes in. */
  readonly language: string;
  readonly entries: readonly LogEntry[];
  /** What the assistant looked up, in order: the tool's name, what it answered, and the entry that told the customer. */
  readonly lookups: readonly { readonly tool: string; readonly result: unknown; readonly entry?: number }[];
  /** The case it led to; the disputed sum is a decimal string. */
  readonly dispute?: {
    readonly caseNumber: string;
    readonly invoiceNumber: string;
    readonly state: CaseState;
    readonly disputed: string;
    readonly currency: string;
    readonly replyBy?: Date;
    readonly items: readonly DisputedLine[];
    readonly outcome?: Outcome;
  };
};

/** What a reply may speak of; sums are decimal strings, quantities in the unit of their line. */
export type ReplyFacts = {
  readonly customerName: string;
  readonly repName: string;
  readonly caseNumber: string;
  /** The customer's, and the one the team reads. */
  readonly language: string;
  readonly teamLanguage: string;
  /** The chat the case came from. */
  readonly entries: readonly LogEntry[];
  readonly check?: {
    readonly verdict: Verdict;
    readonly reasonCode: DisputeReasonCode;
    readonly invoiceNumber: string;
    readonly lines: readonly {
      readonly line: number;
      readonly unitCode: string;
      readonly invoiced: string;
      readonly delivered?: string;
      readonly supported: string;
      readonly missing: readonly MissingEvidence[];
      readonly sources: readonly SourceView[];
    }[];
  };
  readonly outcome?: Outcome;
  /** What is prepared; it is decided once somebody approved it. */
  readonly proposal?: {
    readonly kind: string;
    readonly isApproved: boolean;
    readonly total: string;
    readonly currency: string;
    readonly promiseDate?: string;
  };
};

export type Statement = { readonly text: string; readonly sources: readonly SourceView[] };

/** A reply nobody has sent. `hints` are for the rep, in the team's language. */
export type ReplyDraft = {
  readonly text: string;
  readonly language: string;
  readonly statements: readonly Statement[];
  readonly sources: readonly SourceView[];
  readonly hints: readonly Statement[];
};
