import { placeMarks } from '../intent/place.ts';
import { compressed, packed, type Weights } from '../intent/weights-file.ts';
import { trainChoices } from './choice-training.ts';
import { isMeasuring, type LabelledMessage, readCorpus } from './corpus.ts';
import { goodsChoices } from './goods-examples.ts';
import { train } from './linear-training.ts';
import { trainMeanings } from './meaning-training.ts';
import { numberChoices } from './number-examples.ts';
import { pairsOf } from './pairs.ts';
import { type Pattern, readPatterns } from './patterns.ts';
import { peopleUsing } from './people.ts';
import { relevanceExamples } from './relevance-examples.ts';
import { severalExamples } from './several-examples.ts';
import { storedVectors } from './stored-vectors.ts';
import {
  disputeExamples,
  disputeOf,
  disputeSentencesOf,
  intentExamples,
  languageExamples,
  lexiconOf,
  meantSentencesOf,
  placeOf,
  sentencesOf,
  wordForm,
} from './training-set.ts';

/** How many features each model keeps, so that all weights together stay below 600 kB. */
const most = {
  intents: 16_000,
  disputes: 4000,
  language: 5500,
  marks: 6000,
  goods: 20_000,
  numbers: 25_000,
  several: 3000,
};
const choiceTraining = { epochs: 8, rate: 0.05, rarest: 3 };
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

/** Learns everything the engine has to learn; takes six minutes. */
export function learn(lessons: Lessons): Weights {
  const { messages, patterns, vectors } = lessons;
  const sentences = sentencesOf(patterns);
  const people = peopleUsing(messages);
  const { examples, form } = languageExamples(messages, sentences);
  const common = new Map([...people].filter(([, count]) => count > 1));
  const weights: Omit<Weights, 'several' | 'disputesTold'> = {
    ...messageModels(lessons, sentences),
    language: train(examples, { ...form, epochs: 6, rate: 0.3, rarest: 3, most: most.language }),
    numbers: trainChoices(numberChoices(messages), { ...choiceTraining, most: most.numbers }),
    goods: trainChoices(goodsChoices(messages), { ...choiceTraining, most: most.goods }),
    relevance: train(relevanceExamples(messages), {
      ...marksOnly,
      epochs: 12,
      rate: 0.3,
      rarest: 3,
      most: most.marks,
    }),
    lexicon: lexiconOf(sentences, messages),
    people: common,
    authors: new Set(messages.map(({ author }) => author)).size,
  };
  const byStrangers = halves(messages).map(([taught, others]) => {
    const models = messageModels({ ...lessons, messages: taught }, sentences);
    return severalExamples(others, vectors, {
      ...weights,
      ...models,
      several: nothing,
      disputesTold: nothing,
    });
  });
  return {
    ...weights,
    several: trainChoices(
      byStrangers.flatMap(({ requests }) => requests),
      { ...choiceTraining, most: most.several },
    ),
    disputesTold: trainChoices(
      byStrangers.flatMap(({ disputes }) => disputes),
      { ...choiceTraining, most: most.several },
    ),
  };
}

/** What messages ask for and dispute, by their words and by their meaning. */
function messageModels(lessons: Lessons, sentences: ReturnType<typeof sentencesOf>) {
  const { messages } = lessons;
  const intents = train(intentExamples(messages, sentences), {
    ...wordForm,
    epochs: 10,
    rate: 0.15,
    rarest: 3,
    most: most.intents,
  });
  const disputes = train(disputeExamples(messages, disputeSentencesOf(lessons.patterns)), {
    ...wordForm,
    epochs: 10,
    rate: 0.15,
    rarest: 3,
    most: most.disputes,
  });
  const known = knownMeanings(lessons);
  const english = known.filter(({ language }) => language === 'en');
  const meant = (some: typeof known) =>
    trainMeanings(
      some.flatMap(({ vector, marks, wanted }) =>
        wanted.filter((label) => intents.labels.includes(label)).map((label) => ({ vector, marks, label })),
      ),
      intents.labels,
    );
  const disputed = (some: typeof known) =>
    trainMeanings(
      some.flatMap(({ vector, dispute }) =>
        dispute && disputes.labels.includes(dispute) ? [{ vector, marks: [], label: dispute }] : [],
      ),
      disputes.labels,
    );
  return {
    intents,
    disputes,
    meanings: meant(english),
    otherMeanings: meant(known),
    disputeMeanings: disputed(english),
    otherDisputeMeanings: disputed(known),
  };
}

type KnownMeaning = {
  readonly vector: Float32Array;
  readonly marks: readonly string[];
  readonly language: string;
  readonly wanted: readonly string[];
  readonly dispute?: string | undefined;
};

/** Messages whose sentence vector is known, alone and in pairs, and sentences of phrases. */
function knownMeanings({ messages, patterns, vectors }: Lessons): KnownMeaning[] {
  const single = messages.flatMap((message): KnownMeaning[] => {
    const vector = vectors.get(message.text);
    const { language, intents } = message;
    const marks = placeMarks(placeOf(message));
    return vector ? [{ vector, marks, language, wanted: intents, dispute: disputeOf(message) }] : [];
  });
  const paired = pairsOf(messages).flatMap(({ first, second }): KnownMeaning[] => {
    const one = vectors.get(first.text);
    const other = vectors.get(second.text);
    if (!one || !other) return [];
    const marks = placeMarks(placeOf(first));
    const wanted = [...first.intents, ...second.intents];
    return [{ vector: between(one, other), marks, language: first.language, wanted }];
  });
  const told = meantSentencesOf(patterns).flatMap(({ text, intent, language, side }): KnownMeaning[] => {
    const vector = vectors.get(text);
    return vector ? [{ vector, marks: placeMarks({ side }), language, wanted: [intent] }] : [];
  });
  return [...single, ...paired, ...told];
}

/** Every other author, and the rest of them; and the other way round. */
function halves(messages: readonly LabelledMessage[]): (readonly [LabelledMessage[], LabelledMessage[]])[] {
  const authors = [...new Set(messages.map(({ author }) => author))];
  const isEven = ({ author }: LabelledMessage): boolean => authors.indexOf(author) % 2 === 0;
  const even = messages.filter(isEven);
  const odd = messages.filter((message) => !isEven(message));
  return [
    [even, odd],
    [odd, even],
  ];
}

/** Near enough to the vector of both texts in one. */
function between(one: Float32Array, other: Float32Array): Float32Array {
  const sum = one.map((number, at) => number + (other[at] ?? 0));
  const length = Math.hypot(...sum) || 1;
  return sum.map((number) => number / length);
}

/** What stands in for a model that nothing has been learnt for yet. */
const nothing = trainChoices([], { ...choiceTraining, most: 0 });

/** The bytes of weights/weights.bin as the stored lessons give them. */
export const buildWeights = (): Uint8Array => compressed(packed(learn(storedLessons())));
