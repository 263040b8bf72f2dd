/** An outside system did not answer, answered badly, or refused. Says which one, and whether the same call may be made again. */
export class OutsideSystemError extends Error {
  override readonly name = 'OutsideSystemError';
  readonly system: string;
  readonly retryable: boolean;
  constructor(system: string, reason: string, { retryable, cause }: { retryable: boolean; cause?: unknown }) {
    super(`${system}: ${reason}`, { cause });
    this.system = system;
    this.retryable = retryable;
  }
}
