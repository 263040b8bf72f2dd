import { describe, expect, it } from 'vitest';
import { readPatterns } from './learning/patterns.ts';
import { slotNames } from './learning/sentences.ts';
import { actions, reasons } from './policy/actions.ts';
import { packs } from './speak/replies.ts';
import { languages, wordFiles } from './words/languages.ts';
import { wordGroups } from './words/word-file.ts';
import { alternatives, dateWords } from './words/words.ts';

const patterns = readPatterns();

describe('language files', () => {
  it('have the same reply keys in every language that has replies', () => {
    const english = [...Object.keys(packs.get('en') ?? {})].sort();
    for (const [language, pack] of packs) expect(Object.keys(pack).sort(), language).toEqual(english);
  });

  it('fill the same places in every language', () => {
    const placesOf = (text: unknown): string[] =>
      [...JSON.stringify(text).matchAll(/\{([\w.]+)(?:\|[\w:.]+)?\}/g)].map(([, name]) => name ?? '').sort();
    for (const [language, pack] of packs) {
      for (const [key, text] of Object.entries(pack)) {
        expect([...new Set(placesOf(text))], `${language} ${key}`).toEqual([
          ...new Set(placesOf(packs.get('en')?.[key])),
        ]);
      }
    }
  });

  it('say in each language without replies that English is spoken', () => {
    for (const language of languages)
      expect(packs.has(language) || wordFiles.get(language)?.['no-replies'], language).toBeTruthy();
  });

  it('use only slots that can be filled', () => {
    for (const { text, intent } of patterns) {
      for (const [, slot] of text.matchAll(/\{(\w+)\}/g))
        expect(slotNames, `${intent}: ${text}`).toContain(slot);
    }
  });

  it('have no phrase that stands for two intents', () => {
    const seen = new Map<string, string>();
    for (const { text, intent, side } of patterns) {
      const key = `${side} ${text}`;
      expect(seen.get(key) ?? intent, text).toBe(intent);
      seen.set(key, intent);
    }
  });

  it('give every word list a word in at least one language', () => {
    for (const key of wordGroups.cues) expect(alternatives('cues', key), key).not.toBe('(?!)');
    for (const key of wordGroups.answers) expect(alternatives('answers', key), key).not.toBe('(?!)');
    for (const key of wordGroups.questions) expect(alternatives('questions', key), key).not.toBe('(?!)');
    for (const key of wordGroups.requests) expect(alternatives('requests', key), key).not.toBe('(?!)');
    for (const key of wordGroups.dates) expect(dateWords(key), key).not.toBe('(?!)');
  });

  it('have words for every request and every reason', () => {
    const english = packs.get('en') ?? {};
    for (const intent of Object.keys(actions)) expect(english, intent).toHaveProperty([`do.${intent}`]);
    for (const { code } of Object.values(reasons)) expect(english, code).toHaveProperty([`reason.${code}`]);
  });
});
