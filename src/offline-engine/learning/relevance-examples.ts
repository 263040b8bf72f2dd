import { ownWords } from '../text/own-words.ts';
import { readValues } from '../values/read-values.ts';
import { featuresOfPassing, hasPassing, type PassingValue, passing } from '../values/relevance.ts';
import type { LabelledMessage } from './corpus.ts';
import type { Example } from './linear-training.ts';
import { numberPlaceOf } from './number-examples.ts';

const labels: Readonly<Record<PassingValue, readonly string[]>> = {
  date: ['date'],
  range: ['date_from', 'date_to'],
  days: ['days'],
  months: ['months'],
  filter: ['filter'],
};

/** Dates, durations and filters of the messages, "kept" where the label names them. */
export const relevanceExamples = (messages: readonly LabelledMessage[]): Example[] =>
  messages.flatMap((message) => {
    const reading = readValues(ownWords(message.text), {
      today: message.today ?? '2026-11-20',
      language: message.language,
    });
    return passing
      .filter((kind) => hasPassing(kind, reading.slots))
      .map((kind) => ({
        features: featuresOfPassing(kind, reading, numberPlaceOf(message)),
        label: labels[kind].some((label) => message.slots[label] !== undefined) ? 'kept' : 'passing',
      }));
  });
