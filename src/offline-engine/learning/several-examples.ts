import { useWeights } from '../intent/stored-weights.ts';
import type { Weights } from '../intent/weights-file.ts';
import { momentOf } from '../meaning/moment.ts';
import { candidatesIn, wanted } from '../meaning/more-requests.ts';
import { claimsIn, featuresOfClaims, manyDisputes } from '../meaning/several-disputes.ts';
import { contextOf } from '../understand.ts';
import type { LabelledMessage } from './corpus.ts';
import type { Example } from './linear-training.ts';

/**
 * The requests that parts of messages might add, "wanted" where the label names them, and the problems they tell of, with
 * whether they are one dispute or many. The weights must not have been
 * learnt from these messages: how sure a part is of what it was taught would say nothing about strangers.
 */
export function severalExamples(
  messages: readonly LabelledMessage[],
  vectors: ReadonlyMap<string, Float32Array>,
  weights: Weights,
): { readonly requests: Example[]; readonly disputes: Example[] } {
  useWeights(weights);
  try {
    const read = sample(messages).map(({ text, side, state, today = '2026-11-20', intents }) => {
      const context = contextOf({ text, side, state, today, vectorOf: (part) => vectors.get(part) });
      return { moment: momentOf(text, context), intents, times: intents.length > 1 ? 1 : oneIn };
    });
    return {
      requests: read.flatMap(({ moment, intents, times }) =>
        candidatesIn(moment).flatMap(({ intent, features }) =>
          Array.from({ length: times }, () => ({
            features,
            label: intents.includes(intent) ? wanted : 'told',
          })),
        ),
      ),
      disputes: read.flatMap(({ moment, intents, times }) => {
        const disputes = intents.filter((intent) => intent === 'dispute.open').length;
        const claims = disputes > 0 ? claimsIn(moment) : [];
        return claims.length < 2
          ? []
          : Array.from({ length: times }, () => ({
              features: featuresOfClaims(moment, claims),
              label: disputes > 1 ? manyDisputes : 'one',
            }));
      }),
    };
  } finally {
    useWeights(undefined);
  }
}

/** Of the messages that ask for one thing every third is enough: it counts three times. */
const oneIn = 3;
const sample = (messages: readonly LabelledMessage[]): LabelledMessage[] =>
  messages.filter(({ intents }, index) => intents.length > 1 || index % oneIn === 0);
