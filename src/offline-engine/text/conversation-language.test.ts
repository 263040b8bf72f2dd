import { describe, expect, it } from 'vitest';
import { answerLanguage } from '../reading.ts';
import { day } from '../speak/format.ts';
import { askedLanguage, tellsLanguage } from './language.ts';

describe('the language of a conversation', () => {
  it.each([
    ['waarom antwoord je in het engels?', 'nl'],
    ['pourquoi répondez-vous en anglais ?', 'fr'],
    ['warum antworten Sie auf Englisch?', 'de'],
    ['why do you answer in German?', 'en'],
    ['can we go on in German please', 'de'],
    ['in het Nederlands graag', 'nl'],
  ])('is asked for by %s', (text, language) => {
    expect(askedLanguage(text)).toBe(language);
  });

  it('is told by a few words of what is wrong, where they are of one language only', () => {
    expect(answerLanguage('2 thermostaten kapot', 'en', true)).toBe('nl');
    expect(answerLanguage('3 crates missing', 'en', true)).toBe('en');
    expect(answerLanguage('offene Rechnungen', 'en', true)).toBe('de');
    expect(answerLanguage('offene Posten', 'en', true)).toBe('de');
    expect(answerLanguage('partite aperte', 'en', true)).toBe('it');
    expect(answerLanguage('inv 20418', 'de', true)).toBe('de');
  });

  it('is still open after a message that tells none', () => {
    expect(['INV-0998', '2 thermostaten kapot', 'hi'].map(tellsLanguage)).toEqual([false, false, false]);
    expect(tellsLanguage('show my open invoices')).toBe(true);
    // Of no known word: what comes next may still be in another language.
    expect(tellsLanguage('offene Rechnungen')).toBe(false);
    expect(answerLanguage('ja graag', 'en', true)).toBe('nl');
    expect(answerLanguage('ja graag', 'en', false)).toBe('en');
  });
});

it('the first of a month is counted in French', () => {
  expect(day('2026-12-01', 'fr')).toBe('1er décembre 2026');
  expect(day('2026-12-11', 'fr')).toBe('11 décembre 2026');
});
