import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageFolder } from '../words/languages.ts';

const file = fileURLToPath(new URL('../weights/built-from.txt', import.meta.url));
/** What is spoken, written, read for its mood, said by reps of their own work, looked up on bills or read to warm up is not learnt from; the vectors are made from the corpus. */
const isUnread = (path: string): boolean =>
  /(?:(?:replies|records|mood|rep|goods-english)\.yaml|first-messages\.txt|vectors\.bin|\.md)$/.test(path);

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : isUnread(path) ? [] : [path]));
}

/** A key of everything that is learnt from: it changes when any of it does. */
export function lessonsKey(): string {
  const hash = createHash('sha256');
  for (const path of filesIn(languageFolder))
    hash.update(path.slice(languageFolder.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** The key of what the stored weights were built from. */
export const storedLessonsKey = (): string => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
export const storeLessonsKey = (): void => writeFileSync(file, `${lessonsKey()}\n`);
