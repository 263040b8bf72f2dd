import { placeMarks } from '../intent/place.ts';
import { compressed, packed, type Weights } from '../intent/weights-file.ts';
import { isMeasuring, type LabelledMessage, readCorpus } from './corpus.ts';
import { goodsExamples, peopleUsing } from './goods-examples.ts';
import { type Example, train } from './linear-training.ts';
import { trainMeanings } from './meaning-training.ts';
import { numberExamples } from './number-examples.ts';
import { pairsOf } from './pairs.ts';
import { type Pattern, readPatterns } from './patterns.ts';
import { relevanceExamples } from './relevance-examples.ts';
import { storedVectors } from './stored-vectors.ts';
import {
  disputeExamples,
  disputeOf,
  intentExamples,
  languageExamples,
  lexiconOf,
  placeOf,
  sentencesOf,
  wordForm,
} from './training-set.ts';

/** How many features each model keeps, so that all weights together stay below 600 kB. */
const most = { intents: 18_000, disputes: 4000, language: 5000, marks: 6000, goods: 16_000 };
const marksOnly = { pairs: false, letters: [3, 4] as const };

/** What there is to learn from: messages of authors, phrases, and the sentence vectors of the English messages. */
export type Lessons = {
  readonly messages: readonly LabelledMessage[];
  readonly patterns: readonly Pattern[];
  readonly vectors: ReadonlyMap<string, Float32Array>;
};

export const storedLessons = (): Lessons => ({
  messages: readCorpus().filter((message) => !isMeasuring(message)),
  patterns: readPatterns(),
  vectors: storedVectors(),
});

/** Learns everything the engine has to learn; takes half a minute. */
export function learn({ messages, patterns, vectors }: Lessons): Weights {
  const sentences = sentencesOf(patterns);
  const people = peopleUsing(messages);
  const intents = train(intentExamples(messages, sentences), {
    ...wordForm,
    epochs: 10,
    rate: 0.25,
    rarest: 3,
    most: most.intents,
  });
  const disputes = train(disputeExamples(messages, sentences), {
    ...wordForm,
    epochs: 10,
    rate: 0.25,
    rarest: 3,
    most: most.disputes,
  });
  const { examples, form } = languageExamples(messages, sentences);
  const common = new Map([...people].filter(([, count]) => count > 1));
  const known = messages.flatMap((message) => {
    const vector = vectors.get(message.text);
    return vector ? [{ message, vector, marks: placeMarks(placeOf(message)) }] : [];
  });
  const labelled = (labels: readonly string[], labelsOf: (message: LabelledMessage) => readonly string[]) =>
    known.flatMap(({ message, vector, marks }) =>
      labelsOf(message)
        .filter((label) => labels.includes(label))
        .map((label) => ({ vector, marks, label })),
    );
  const paired = pairsOf(messages).flatMap(({ first, second }) => {
    const one = vectors.get(first.text);
    const other = vectors.get(second.text);
    if (!one || !other) return [];
    const vector = between(one, other);
    const marks = placeMarks(placeOf(first));
    return [...first.intents, ...second.intents].map((label) => ({ vector, marks, label }));
  });
  return {
    intents,
    disputes,
    language: train(examples, { ...form, epochs: 6, rate: 0.3, rarest: 3, most: most.language }),
    numbers: trainMarks(numberExamples(messages), 12),
    goods: trainMarks(goodsExamples(messages), 6, most.goods),
    relevance: trainMarks(relevanceExamples(messages), 12),
    meanings: trainMeanings(
      [...labelled(intents.labels, (message) => message.intents), ...paired],
      intents.labels,
    ),
    disputeMeanings: trainMeanings(
      labelled(disputes.labels, (message) => [disputeOf(message) ?? []].flat()),
      disputes.labels,
    ),
    lexicon: lexiconOf(sentences, people),
    people: common,
    authors: new Set(messages.map(({ author }) => author)).size,
  };
}

/** Near enough to the vector of both texts in one. */
function between(one: Float32Array, other: Float32Array): Float32Array {
  const sum = one.map((number, at) => number + (other[at] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((number) => number / length);
}

const trainMarks = (examples: readonly Example[], epochs: number, kept = most.marks) =>
  train(examples, { ...marksOnly, epochs, rate: 0.3, rarest: 3, most: kept });

/** The bytes of weights/weights.bin as the stored lessons give them. */
export const buildWeights = (): Uint8Array => compressed(packed(learn(storedLessons())));
