import { describe, expect, test } from 'vitest';
import { partsOf } from './clauses.ts';

describe('the parts of a message', () => {
  test.each([
    ['4 of 10 handles missing ring me', ['4 of 10 handles missing', 'ring me']],
    ['get invoice 40903 up plus case 5526', ['get invoice 40903 up', 'case 5526']],
    ['check the wipers if short send em', ['check the wipers', 'if short', 'send em']],
    ['4 Griffe fehlen ruft mich an', ['4 Griffe fehlen', 'ruft mich an']],
    ['3 cartons manquent rappelez-moi', ['3 cartons manquent', 'rappelez-moi']],
    ['40 rollen te weinig bel me', ['40 rollen te weinig', 'bel me']],
    ['wyślij kopię zadzwoń do mnie', ['wyślij kopię', 'zadzwoń do mnie']],
  ])('begin where another request does, with no mark between: "%s"', (text, parts) =>
    expect(partsOf(text)).toEqual(parts),
  );

  test.each([
    'il n’y a plus de gants',
    'the plus size overalls',
    'could you please send me the PDF',
    'bitte schicken Sie mir die Kopie',
  ])('are not cut at other words: "%s"', (text) => expect(partsOf(text)).toEqual([text]));
});
