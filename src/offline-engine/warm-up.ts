import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Question, understand } from './understand.ts';
import { languageFolder, languages } from './words/languages.ts';

/** Everyday messages of each language, in language/<lang>/first-messages.txt, a line each; a language may have none. */
export const firstMessages = (): string[] =>
  languages
    .map((language) => join(languageFolder, language, 'first-messages.txt'))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean));

/**
 * Reads everyday messages, so that no customer waits while the patterns of a language are compiled: a second of work,
 * one message in each turn of the event loop, until it is done or `stopping` aborts.
 */
export async function warmUp(
  stopping?: AbortSignal,
  read: (question: Question) => unknown = understand,
): Promise<void> {
  for (const text of firstMessages()) {
    if (stopping?.aborted) return;
    read({ text, side: 'customer' });
    await nextTurn();
  }
}
