import { describe, expect, it } from 'vitest';
import { digitsForWords } from './number-words.ts';

describe('halves, dozens and thousands in words', () => {
  it.each([
    ['six and a half dozen', 'en', '78'],
    ['a dozen and a half', 'en', '18'],
    ['one and a half dozen', 'en', '18'],
    ['two dozen and a half', 'en', '30'],
    ['three and a half boxes', 'en', '3.5 boxes'],
    ['half a dozen', 'en', '6'],
    ['none of the dozen hoses', 'en', '0 of the 12 hoses'],
    ['half of those twenty-four', 'en', '12 of the 24'],
    ['over 20k', 'en', 'over 20000'],
    ['dreieinhalb Kisten', 'de', '3.5 Kisten'],
    ['zwei Dutzend', 'de', '24'],
    ['ni una de las 18 cajas', 'es', '0 of the 18 cajas'],
    ['trzy i pół kartonu', 'pl', '3.5 kartonu'],
    ['10 tys zł', 'pl', '10000 zł'],
    ['tweeënhalf dozijn', 'nl', '30'],
  ])('"%s" (%s)', (text, language, digits) => {
    expect(digitsForWords(text, language)).toBe(digits);
  });
  it.each([
    ['a few dozen plates', 'en'],
    ['dozens of plates', 'en'],
    ['3000K lamps', 'en'],
  ])('"%s" names no number of words', (text, language) => {
    expect(digitsForWords(text, language)).toBe(text);
  });
  it('knows Dutch "dozen" for boxes', () => {
    expect(digitsForWords('drie dozen', 'nl')).toBe('3 dozen');
  });
});
