import { describe, expect, it } from 'vitest';
import { daysInDigits } from './spoken-days.ts';

describe('days in words', () => {
  it.each([
    ['Mailed a check on the ninth. Did you get it', 'en', 'Mailed a check on the 9th. Did you get it'],
    ['my check from the tenth', 'en', 'my check from the 10th'],
    ['settle it December fifteenth', 'en', 'settle it December 15th'],
    ['the twenty first of May', 'en', 'the 21th of May'],
    ['did tuesdays payment land', 'en', "did tuesday's payment land"],
    ['wir haben am fünfzehnten überwiesen', 'de', 'wir haben am 15. überwiesen'],
    ['am fünfzehnten Dezember', 'de', 'am 15. Dezember'],
    ['op de negende betaald. klopt dat', 'nl', 'op de negende betaald. klopt dat'],
  ])('"%s" (%s)', (text, language, digits) => {
    expect(daysInDigits(text, language)).toBe(digits);
  });

  it.each([
    'on the second line',
    'credit on the first; the second may be declined',
    'tues drop: 3 drums missing',
    'on the fifth invoice',
  ])('"%s" names no day', (text) => {
    expect(daysInDigits(text, 'en')).toBe(text);
  });
});
