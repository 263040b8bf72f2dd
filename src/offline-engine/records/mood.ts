import type { LogEntry } from '#domain/views/log-entry.ts';
import { type MoodLevel, type MoodSign, type MoodView, moodLevels } from '#domain/views/mood-view.ts';
import { asksForPerson } from '../reading.ts';
import type { Say } from '../speak/replies.ts';
import { type CustomerMessage, customerMessages } from './customer-messages.ts';
import { quoted, saysAgain } from './quotes.ts';
import { type FoundSign, signsIn } from './signs.ts';

/** How much each sign tells; the signs of one message are added up. */
const weights: Readonly<Record<MoodSign, number>> = {
  angry_words: 4,
  legal_words: 3,
  shouting: 1,
  frustrated_words: 2,
  asked_again: 1,
  person_again: 1,
  deadline: 1,
  worried_words: 1,
  exclamation: 1,
};
/** From which sum on a message has each level of `moodLevels`. */
const thresholds = [0, 1, 2, 4];
const mostReasons = 5;

/**
 * How a customer sounds: the strongest message decides, the trend compares the later half of their messages with the earlier.
 * Asking for a person says nothing by itself, asking for one again does.
 */
export function moodOf(entries: readonly LogEntry[], language: string): MoodView {
  const messages = customerMessages(entries, language);
  const meansCapitals = !alwaysShouts(messages);
  const read = messages.map((message, at) => ({
    entry: message.entry,
    signs: [
      ...signsIn(message.text, message.language).filter(({ sign }) => sign !== 'shouting' || meansCapitals),
      ...repeated(message, messages.slice(0, at)),
    ],
  }));
  const levels = read.map(({ signs }) => levelOf(signs));
  return {
    level: moodLevels[Math.max(0, ...levels)] ?? 'calm',
    trend: trendOf(levels),
    reasons: read
      .flatMap(({ entry, signs }) => signs.map((sign) => ({ ...sign, entry })))
      .sort((a, b) => weights[b.sign] - weights[a.sign] || b.entry - a.entry)
      .slice(0, mostReasons)
      .sort((a, b) => a.entry - b.entry),
  };
}

const enoughToTell = 3;

/** Who writes everything in capitals has the habit, or the keyboard, and does not shout. */
const alwaysShouts = (messages: readonly CustomerMessage[]): boolean =>
  messages.length >= enoughToTell && messages.every(({ text }) => text === text.toUpperCase());

function levelOf(signs: readonly FoundSign[]): number {
  const sum = signs.reduce((total, { sign }) => total + weights[sign], 0);
  return thresholds.findLastIndex((from) => sum >= from);
}

function repeated(message: CustomerMessage, earlier: readonly CustomerMessage[]): FoundSign[] {
  const words = quoted(message.text);
  if (asksForPerson(message.text)) {
    return earlier.some(({ text }) => asksForPerson(text)) ? [{ sign: 'person_again', words }] : [];
  }
  return earlier.some(({ text }) => saysAgain(message.text, text)) ? [{ sign: 'asked_again', words }] : [];
}

/** From this difference of average levels on a mood has changed. */
const leastChange = 0.5;

function trendOf(levels: readonly number[]): MoodView['trend'] {
  if (levels.length < 2) return 'steady';
  const half = Math.floor(levels.length / 2);
  const change = average(levels.slice(half)) - average(levels.slice(0, half));
  if (Math.abs(change) < leastChange) return 'steady';
  return change > 0 ? 'worse' : 'better';
}

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The facts of a sentence about a mood; undefined for a calm one, which needs no words. */
export function moodFacts(mood: MoodView, say: Say) {
  if (mood.level === 'calm') return undefined;
  return {
    levelText: say(`mood.level.${mood.level}`),
    trendText: say(`mood.trend.${mood.trend}`),
    signs: mood.reasons.map(({ sign, words }) => say(`mood.sign.${sign}`, { words })).join('; '),
  };
}

/** The entries that show a mood, each once. */
export const entriesOf = ({ reasons }: MoodView): number[] => [...new Set(reasons.map(({ entry }) => entry))];

/** Whether a level asks for a word of regret. */
export const isUpset = (level: MoodLevel): boolean => level === 'frustrated' || level === 'angry';
