import { describe, expect, it } from 'vitest';
import { faultsOfFiles } from './learning/check.ts';
import type { Pattern } from './learning/patterns.ts';
import { actions, reasons } from './policy/actions.ts';
import { packs } from './speak/replies.ts';
import { languages } from './words/languages.ts';
import { wordGroups } from './words/word-file.ts';
import { alternatives, dateWords } from './words/words.ts';

const phrase = (text: string, intent = 'invoice.find'): Pattern => ({
  text,
  intent,
  language: 'en',
  side: 'both',
});

describe('language files', () => {
  it('have the same reply keys in every language', () => {
    const english = [...Object.keys(packs.get('en') ?? {})].sort();
    for (const language of languages)
      expect(Object.keys(packs.get(language) ?? {}).sort(), language).toEqual(english);
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

  it('have no faults that the check can find', () => {
    expect(faultsOfFiles()).toEqual([]);
  });

  it.each([
    ['a slot that nothing fills', [phrase('credit {colour}')], '{colour}'],
    ['a phrase that stands for two intents', [phrase('how much'), phrase('how much', 'balance')], 'how much'],
  ])('are told of %s', (_, patterns, word) => {
    expect(faultsOfFiles(patterns)).toEqual([expect.stringContaining(word)]);
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
