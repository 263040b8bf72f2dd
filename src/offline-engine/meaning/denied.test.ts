import { expect, it } from 'vitest';
import { withoutDenied } from './denied.ts';

const both = ['INV-1003', 'INV-1002'];

it.each([
  ['not INV-1003, I mean INV-1002', ['INV-1002']],
  ['not the invoice INV-1003 but INV-1002', ['INV-1002']],
  ['INV-1002, nicht die Rechnung INV-1003', ['INV-1002']],
  ['INV-1002 et pas la facture INV-1003', ['INV-1002']],
  ['please send me copies, I do not have INV-1003 and INV-1002', both],
  ['we have not received INV-1003 or INV-1002', both],
  ['I have not paid INV-1003 and INV-1002 yet', both],
  ['ich habe INV-1003 und INV-1002 nicht', both],
  ['wir haben nicht bezahlt: INV-1003 und INV-1002', both],
  ['no tengo INV-1003 ni INV-1002', both],
  ['not INV-1003 and INV-1002', both],
])('"%s" means %j', (text, meant) => {
  expect(withoutDenied(both, text)).toEqual(meant);
});
