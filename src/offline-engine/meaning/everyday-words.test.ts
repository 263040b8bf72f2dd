import { describe, expect, it } from 'vitest';
import '../model.ts';
import { contextOf } from '../understand.ts';
import { interpret } from './interpret.ts';

const claimsIn = (text: string) =>
  interpret(text, contextOf({ text, side: 'customer', today: '2026-11-21', state: {} })).acts.map(
    ({ slots }) => slots,
  );

describe('goods that are not the ordered ones', () => {
  it.each([
    'the helmets we received are not the ones we ordered',
    'die gelieferten Helme sind nicht die bestellten',
    'les casques reçus ne sont pas ceux commandés',
    'los cascos recibidos no son los pedidos',
    'i caschi ricevuti non sono quelli ordinati',
    'de ontvangen helmen zijn niet de bestelde',
    'otrzymane kaski to nie te zamówione',
    'os capacetes recebidos não são os encomendados',
  ])('are wrong goods, not somebody else’s: %s', (text) => {
    expect(claimsIn(text).map(({ reason }) => reason)).toEqual(['wrong_item']);
  });

  it('are no wrong goods when nobody ordered them', () => {
    expect(claimsIn('wir haben die Helme nicht bestellt')[0]?.reason).toBe('not_ordered');
  });
});

describe('a part that came after all', () => {
  it.each([
    '90 of the 96 came after all, so 6 missing',
    'von den 96 sind 90 doch noch gekommen, also fehlen 6',
  ])('is what was delivered: %s', (text) =>
    expect(claimsIn(text)[0]).toMatchObject({ billed: '96', delivered: '90', claimed: '6' }),
  );

  it('did not come where the words say so', () => {
    expect(claimsIn('5 of the 40 never arrived')[0]).toMatchObject({ claimed: '5' });
    expect(claimsIn('5 of the 40 never arrived')[0]).not.toHaveProperty('delivered');
  });
});

describe('a number with the unit of a price behind it', () => {
  it.each([
    ['the price is 4 euro per piece, we agreed 3', ['3', '4']],
    ['der Preis ist 4 Euro pro Stück, vereinbart waren 3', ['3', '4']],
    ['wir zahlen 4,20 pro Meter, vereinbart waren 3,90', ['3.90', '4.20']],
    ['le prix est de 4 euros la pièce, convenu 3', ['3', '4']],
  ])('is the price of one: %s', (text, prices) => {
    const [claim] = claimsIn(text);
    expect(claim?.amounts.map(({ value }) => value)).toEqual(prices);
    expect(claim).not.toHaveProperty('line');
    expect(claim).not.toHaveProperty('product');
  });
});
