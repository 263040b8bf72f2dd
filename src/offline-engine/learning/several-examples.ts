import { useWeights } from '../intent/stored-weights.ts';
import type { Weights } from '../intent/weights-file.ts';
import { momentOf } from '../meaning/moment.ts';
import { candidatesIn } from '../meaning/more-requests.ts';
import { claimsIn, featuresOfClaims } from '../meaning/several-disputes.ts';
import { contextOf } from '../understand.ts';
import type { Choice } from './choice-training.ts';
import type { LabelledMessage } from './corpus.ts';

/**
 * The requests that parts of messages might add, each right where the label names it, and the problems they tell of, right
 * where they are several disputes. The weights must not have been
 * learnt from these messages: how sure a part is of what it was taught would say nothing about strangers.
 */
export function severalExamples(
  messages: readonly LabelledMessage[],
  vectors: ReadonlyMap<string, Float32Array>,
  weights: Weights,
): { readonly requests: Choice[]; readonly disputes: Choice[] } {
  useWeights(weights);
  try {
    const read = sample(messages).map(({ text, side, state, today = '2026-11-20', intents }) => {
      const context = contextOf({ text, side, state, today, vectorOf: (part) => vectors.get(part) });
      return { moment: momentOf(text, context), intents, times: intents.length > 1 ? 1 : oneIn };
    });
    return {
      requests: read.flatMap(({ moment, intents, times }) =>
        candidatesIn(moment).flatMap(({ intent, features }) =>
          Array.from({ length: times }, () => taken(features, intents.includes(intent))),
        ),
      ),
      disputes: read.flatMap(({ moment, intents, times }) => {
        const disputes = intents.filter((intent) => intent === 'dispute.open').length;
        const claims = disputes > 0 ? claimsIn(moment) : [];
        return claims.length < 2
          ? []
          : Array.from({ length: times }, () => taken(featuresOfClaims(moment, claims), disputes > 1));
      }),
    };
  } finally {
    useWeights(undefined);
  }
}

/** Whether to take something, as a choice between it and nothing. */
const taken = (features: readonly string[], isRight: boolean): Choice => ({
  options: [features, []],
  right: new Set([isRight ? 0 : 1]),
});

/** Of the messages that ask for one thing every third is enough: it counts three times. */
const oneIn = 3;
const sample = (messages: readonly LabelledMessage[]): LabelledMessage[] =>
  messages.filter(({ intents }, index) => intents.length > 1 || index % oneIn === 0);
