import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languageFolder, languages } from './languages.ts';
import { firstOf, type Pattern, pattern } from './pattern.ts';
import { readYaml } from './read-yaml.ts';
import { wholeWords } from './words.ts';

/** The lists of a rep.yaml, each alternatives separated by |. */
const keys = [
  'quantity-before',
  'quantity-after',
  'not-that-many',
  'and-case',
  'check',
  'close',
  'reject-as',
  'show-case',
  'justified',
  'evidence',
  'customer-said',
  'history',
  'who-approves',
  'arrives',
  'customer',
  'restyle',
  'ask-others',
  'undo',
  'to-case',
  'question',
  'condition',
  'draft-reply',
  'change-price',
  'deliberating',
  'credit',
  'reorder',
  'rest',
  'do-not',
  'press',
  'how-many',
  'draft',
  'back',
  'reason-before',
  'no-reason',
  'escalate',
  'assign',
  'ask-customer',
  'note',
  'price',
  'help',
  'queue-all',
  'queue-unassigned',
  'queue-customer',
  'queue-overdue',
  'queue-urgent',
  'of-this',
  'mine',
  'cases-of',
  'owner',
  'way-credit',
  'way-reorder',
  'way-reject',
  'do-credit',
  'do-reorder',
  'do-reject',
  'full-amount',
  'also',
  'cancel-invoice',
  'goods-case',
  'queue-words',
  'case-on-it',
  'so-then',
  'whether',
  'no-way',
  'explain-it',
  'cases-with',
  'proposal-object',
  'queue-due',
  'is-it-right',
  'second-thought',
  'pointed-at',
  'above',
  'below',
] as const;
export type RepKey = (typeof keys)[number];

const RepFile = z.strictObject(Object.fromEntries(keys.map((key) => [key, z.string().optional()])));

const files = languages.flatMap((language) => {
  const path = join(languageFolder, language, 'rep.yaml');
  return existsSync(path) ? [RepFile.parse(readYaml(path))] : [];
});

const listsOf = (key: RepKey): string[] => files.flatMap((file) => file[key] ?? []);

/** The words of a list in all languages, as alternatives. */
export const repAlternatives = (key: RepKey): string => listsOf(key).join('|') || '(?!)';

/** Whether a message has one of the words anywhere. */
export const repWords = (key: RepKey): Pattern => firstOf(listsOf(key).map(wholeWords));

/** A message that is one of the words and nothing else but signs. */
export const isRepWords = (key: RepKey): Pattern =>
  firstOf(listsOf(key).map((words) => pattern(`^\\W*(?:${words})[\\s.!,?]*$`)));

/** A message that begins with one of the words. */
export const beginsWithRepWords = (key: RepKey): Pattern =>
  firstOf(listsOf(key).map((words) => pattern(`^\\W*(?:${words})(?![\\p{L}\\p{N}])[\\s,.!:;-]*`)));
