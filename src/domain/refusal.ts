/** Why a rule said no. Each code has one HTTP status (http/answer-error.ts) and one plain sentence. */
export type RefusalCode =
  | 'not-found'
  | 'not-allowed'
  | 'sign-in-needed'
  | 'already-disputed'
  | 'moved-on'
  | 'illegal-move'
  | 'over-quantity'
  | 'over-credit'
  | 'not-confirmed'
  | 'approval-needed'
  | 'preview-changed'
  | 'expired'
  | 'not-possible'
  | 'invalid'
  | 'too-many'
  | 'unreachable';

/** A rule said no. The message is for the person and the model: what is wrong and what can be done. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** Plain facts that help to mend it, such as `{ caseNumber }` or `{ allowed: [...] }`. Never secrets. */
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: RefusalCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
