import type { Slots } from '../values/slots.ts';
import { pattern } from '../words/pattern.ts';
import { alternatives } from '../words/words.ts';
import type { Moment } from './moment.ts';

export type Guess = { readonly intent: string; readonly score: number };
/** What the place of a message in its conversation tells of it; undefined when it tells nothing. */
export type Rule = (guess: Guess, slots: Slots, moment: Moment) => Guess | undefined;

const words = `${alternatives('requests', 'opening')}|${alternatives('requests', 'next')}`;
const one = alternatives('answers', 'correcting');
const asking = pattern(`^(?:(?:${one})[\\s,.!-]+)*(?:${words})(?![\\p{L}\\p{N}])|\\?\\s*$`);

/** Whether a message asks something: by its first word, or by its mark. */
export const isQuestion = (text: string): boolean => asking.test(text.trim());

/** How sure a reading of the bare words must be to stand against the reading in its place. */
export const sureAlone = 0.8;
/** Readings that differ are never so sure together that nobody need be asked. */
const mostOfTwo = 0.75;
/** Two readings that differ are as sure as their mean. */
export const between = (score: number, other: number): number => Math.min(mostOfTwo, (score + other) / 2);

/** Reading requests: to answer one that was not meant does no harm. */
export const readable = [
  'invoice.find',
  'invoice.explain',
  'payment.status',
  'case.status',
  'balance',
] as const;
