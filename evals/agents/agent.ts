import type { Clock } from '#evals/runner/clock.ts';
import type { Candidate, ModelChain } from '#models/model-chain.ts';

/** Who answers in a run: the models of the settings, or another chain. */
export type Agent = {
  readonly name: string;
  readonly models?: (clock: Clock) => ModelChain;
  /** `effects`: what was done and what was reached count, not what was said. */
  readonly graded: 'all' | 'effects';
};

/** The models that the settings name. */
export const configuredAgent = (name: string): Agent => ({ name, graded: 'all' });

/** One model and nothing behind it. */
export const onlyModel = (candidate: Candidate): ModelChain => ({
  candidates: () => [candidate],
  report: () => undefined,
});
