import { noSlots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives, anyOf } from '../words/words.ts';
import { act, isTask, type Reader, understood } from './moment.ts';

const one = `${alternatives('answers', 'correcting')}|${alternatives('answers', 'no')}`;
const waiting = pattern(
  `^(?:(?:${one})(?![\\p{L}\\p{N}])[\\s,.!-]*)*(?:${alternatives('answers', 'waiting')})(?![\\p{L}\\p{N}])`,
);
const documents = [anyOf('documents', 'invoice'), anyOf('documents', 'case')];
const mostWords = 12;
const sureRequest = 0.7;

/** "Wait, I need to ask my colleague first": no answer yet, and no other request. */
export const readWaiting: Reader = (moment) => {
  const { text, words, prediction, context, reading } = moment;
  const saysMore = /\d/.test(reading.source) || reading.toldReason !== undefined;
  if (words > mostWords || saysMore || !waiting.test(text) || /\?\s*$/.test(text)) return undefined;
  // "Let me see the invoice" waits for nothing.
  if (documents.some((word) => word.test(text))) return undefined;
  const isOther =
    isTask(prediction.label) &&
    !/^(?:human|clarify)$/.test(prediction.label) &&
    prediction.label !== context.pending &&
    prediction.score >= sureRequest;
  return isOther ? undefined : understood(moment, [act('wait', noSlots(), text)]);
};
