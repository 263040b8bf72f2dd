import type { Side } from '../intent/place.ts';
import type { NumberFormats } from '../values/documents.ts';
import type { Slots } from '../values/slots.ts';
import type { QuestionKind } from '../words/word-file.ts';

/** Something that was shown and can be picked: an invoice, a case or a line of an invoice. */
export type Option = {
  readonly type: 'invoice' | 'case' | 'line';
  readonly id: string;
  readonly label?: string;
  /** Decimal strings. */
  readonly amount?: string;
  readonly open?: string;
  readonly quantity?: string;
  readonly issued?: string;
  readonly due?: string;
  readonly goods?: boolean;
};

/** Where a message stands: what was shown, asked and meant before it. */
export type Context = {
  readonly side: Side;
  readonly today: string;
  readonly dayFirst: boolean;
  readonly numberFormats?: NumberFormats;
  language: string;
  asked?: QuestionKind;
  /** Intent of the request that waits for an answer. */
  pending?: string;
  listed: readonly Option[];
  lines: readonly Option[];
  invoice?: string;
  line?: number;
  /** Where the talk turned to another invoice while a claim waits: the line that the question is of, and the lines of its invoice. */
  claimedLine?: { readonly line: number; readonly lines: readonly Option[] };
  case?: string;
  /** What was prepared last for a rep to approve, as the request for it. */
  prepared?: string;
  lastIntent?: string;
  /** The request whose read-back was refused right before: what comes next may say what should be different. */
  declined?: string;
  /** The words of the note that was read back last and waits for its yes. */
  note?: string;
  /** The invoice that the question right before offers: "did you mean INV-20341?" */
  offered?: string;
  /** Units in dispute so far. */
  claimed?: string;
  /** The sentence vector of a text, where it is known. */
  readonly vectorOf?: (text: string) => Float32Array | undefined;
};

/** The line that the open question is of, among the lines of its invoice. */
export const lineAsked = ({ claimedLine, line, lines }: Context): Pick<Context, 'line' | 'lines'> =>
  claimedLine ?? { lines, ...(line === undefined ? {} : { line }) };

/** One thing the writer does with a message. */
export type Act = {
  readonly intent: string;
  readonly slots: Slots;
  readonly text: string;
  readonly score: number;
  readonly known: number;
  readonly second?: string;
  /** Words of the message that go along as they are. */
  readonly note?: string;
};

export type Interpretation = {
  readonly acts: readonly Act[];
  /** The message as the texts of the acts have it (respelt), and as it was written. */
  readonly text: string;
  readonly written: string;
  readonly language: string;
  /** Written in anger. */
  readonly negative: boolean;
  /** The two intents the writer may have meant. */
  readonly choice?: readonly [string, string];
};
