import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';
import type { RecordChange } from './record-changes.ts';
import type { Scenario } from './scenario.ts';

/** What happened, in order. `turn` counts the messages of whoever asks, from 1. */
export type Happening =
  | {
      readonly kind: 'said';
      readonly by: 'customer' | 'rep';
      readonly turn: number;
      readonly text: string;
      readonly answers?: string;
    }
  | {
      readonly kind: 'called';
      readonly turn: number;
      readonly tool: string;
      readonly input: unknown;
      readonly answer: unknown;
    }
  | {
      readonly kind: 'answered';
      readonly to: 'customer' | 'rep';
      readonly turn: number;
      readonly text: string;
      readonly model: string;
    }
  | { readonly kind: 'failed'; readonly turn: number; readonly text: string }
  | { readonly kind: 'state'; readonly state: string; readonly turn: number }
  | {
      readonly kind: 'pressed';
      readonly turn: number;
      readonly by: string;
      readonly button: string;
      readonly refused?: string;
      readonly expectedRefusal?: string;
    };

export type Handoff = {
  readonly state: 'bot' | 'queued' | 'human' | 'ended';
  readonly wasAsked: boolean;
  readonly reason?: string;
  readonly summary?: ConversationSummary;
  /** The numbers of the entries of the conversation's log. */
  readonly entries: readonly string[];
};

/** Everything a grader may look at. Graders never touch the service. */
export type Evidence = {
  readonly scenario: Scenario;
  readonly happenings: readonly Happening[];
  readonly changes: readonly RecordChange[];
  readonly handoff: Handoff;
  /** What only other customers' records say: numbers, names, addresses, sums. */
  readonly canaries: readonly string[];
  /** Texts that the scenario itself put into the records. */
  readonly planted: readonly string[];
  /** What the assistant is told besides the conversation: who asks, which day it is. */
  readonly told: string;
  readonly similar: readonly SimilarCasesView[];
  readonly validations: readonly ValidationView[];
  /** Rules of the business that must hold whatever happened, and did not. */
  readonly brokenRules: readonly string[];
  /** Why the customer stopped before the end it waits for, if it did. */
  readonly unfinished?: string;
  /** What broke inside: never expected. */
  readonly breakages: readonly string[];
};

/** Something that is not as it should be: a sentence, and the turn to look at. */
export type Finding = { readonly grader: string; readonly says: string; readonly turn?: number };

export type Grader = {
  readonly name: string;
  /** Grades effects and reach, not words: holds for any model, also one that obeys every text. */
  readonly holdsForAnyModel: boolean;
  grade(evidence: Evidence): Finding[];
};

export const answersIn = (evidence: Pick<Evidence, 'happenings'>) =>
  evidence.happenings.filter((one) => one.kind === 'answered' || one.kind === 'failed');
export const callsIn = (evidence: Pick<Evidence, 'happenings'>) =>
  evidence.happenings.filter((one) => one.kind === 'called');
export const saidIn = (evidence: Pick<Evidence, 'happenings'>) =>
  evidence.happenings.filter((one) => one.kind === 'said');
