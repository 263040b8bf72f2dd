import { describe, expect, it } from 'vitest';
import { marksOf } from '../intent/marks.ts';
import { isOurTopic } from '../text/own-topics.ts';
import { readValues } from './read-values.ts';

const today = '2026-11-20';
const read = (text: string, prefer: 'past' | 'future' = 'past') =>
  readValues(text, { today, language: 'de', prefer });
const slotsOf = (text: string) => read(text).slots;

describe('what is wrong, as German-speaking customers say it', () => {
  it.each([
    ['die Rechnung ist identisch mit der von gestern', 'duplicate'],
    ['das habt ihr uns schon mit der letzten Rechnung berechnet', 'duplicate'],
    ['haben wir schon zurueckgeschickt', 'returned'],
    ['der Fahrer hat die 6 Fässer wieder abgeholt', 'returned'],
    ['4 Bleche kamen zerkratzt an', 'damaged'],
    ['zwei Wannen sind undicht', 'damaged'],
    ['die Pakete waren durchnaesst', 'damaged'],
    ['falsche Groesse geliefert, M statt L', 'wrong_item'],
    ['Eiche bestellt, Buche bekommen', 'wrong_item'],
    ['das haben wir nie bestellt', 'not_ordered'],
    ['keiner von uns hat das bestellt', 'not_ordered'],
    ['bis heute keine Lieferung erhalten', 'not_delivered'],
    ['die Matten sind nie bei uns angekommen', 'not_delivered'],
    ['unser Mengenrabatt wurde vergessen', 'discount'],
    ['Lebensmittel sind ermäßigt zu versteuern', 'tax'],
    ['Palettengebuehr war nie ausgemacht', 'freight'],
    ['Mindermengenzuschlag bitte streichen', 'freight'],
    ['vereinbart waren 12,50 das Stück', 'wrong_price'],
    ['3 Rollen zu wenig', 'quantity_short'],
  ])('"%s" is %s', (text, reason) => {
    expect(slotsOf(text).reason).toBe(reason);
  });

  it('is no damage when a deadline has passed', () => {
    expect(slotsOf('die Frist ist abgelaufen')).not.toHaveProperty('reason');
  });
});

describe('German quantities', () => {
  it.each([
    ['von den 16 Tragrollen sind 5 verbogen', { billed: '16', claimed: '5' }],
    ['zwei von dreizehn Wannen sind undicht', { billed: '13', claimed: '2' }],
    ['siebzehn Kartons sind nicht angekommen', { claimed: '17' }],
    ['hundertzwanzig Stück berechnet, hundert geliefert', { billed: '120', delivered: '100' }],
    ['auf Zeile vier stehen 30, wir haben 28 gezählt', { line: 4, billed: '30', delivered: '28' }],
    ['laut Lieferschein 44, laut Rechnung 50', { delivered: '44', billed: '50' }],
    ['zwei Dutzend Scheren fehlen', { claimed: '24' }],
    ['da fehlt ein halbes Dutzend', { claimed: '6' }],
    ['neun statt der berechneten zwölf sind gekommen', { delivered: '9', billed: '12' }],
    ['ein paar Dosen waren verbeult', { reason: 'damaged' }],
    ['im Karton waren 10 Packerl, verrechnet sind 16', { delivered: '10', billed: '16' }],
  ])('"%s"', (text, wanted) => {
    expect(slotsOf(text)).toMatchObject(wanted);
  });
});

describe('German documents and lists', () => {
  it.each([
    ['Vorgang Nr. 2231 bitte', { cases: ['2231'], invoices: [] }],
    ['Bestellnummer 70144', { orders: ['70144'], invoices: [] }],
    ['unsere Bestell-Nr. 4502231', { orders: ['4502231'], invoices: [] }],
    ['was ist noch nicht bezahlt', { filter: 'open' }],
    ['ausstehende Rechnungen', { filter: 'open' }],
    ['ueberfaellige Posten', { filter: 'overdue' }],
    ['die letzten drei Rechnungen', { filter: 'last' }],
    ['die mit dem höchsten Betrag', { superlative: 'largest' }],
    ['die aelteste', { superlative: 'oldest' }],
    ['die untere', { ordinal: -1 }],
    ['die vierte', { ordinal: 4 }],
  ])('"%s"', (text, wanted) => {
    expect(slotsOf(text)).toMatchObject(wanted);
  });

  it('takes one invoice over a sum for that sum, several for more than it', () => {
    expect(slotsOf('eine Rechnung über 1.234,56').amounts).toEqual([{ value: '1234.56' }]);
    expect(slotsOf('alle Rechnungen über 500 Euro').amounts).toMatchObject([{ value: '500', bound: 'min' }]);
  });
});

describe('German words that mark a message', () => {
  it.each([
    ['geht klar', 'zopenyes'],
    ['eh klar', 'zopenyes'],
    ['läuft', 'zopenyes'],
    ['bloß nicht', 'zopenno'],
    ['das stimmt so nicht', 'zopenno'],
    ['ach lass gut sein', 'zopenstop'],
    ['vergessen wir das', 'zopenstop'],
    ['sorry, wir haben uns verzählt', 'zhascorrection'],
    ['vielen lieben Dank', 'zopenthanks'],
    ['schönen Feierabend', 'zopenbye'],
    ['keinen Schimmer, muss ich fragen', 'zopenunknown'],
    ['ich will einen Ansprechpartner', 'zhasperson'],
    ['das Foto ist im Anhang', 'zreqevidence'],
    ['die Rechnung ist längst beglichen', 'zreqpaidclaim'],
  ])('"%s" has %s', (text, mark) => {
    expect(marksOf(read(text))).toContain(mark);
  });

  it.each([
    ['stimmt das mit dem Lieferschein überein?', 'zopenyes'],
    ['ja nie wiem', 'zopenyes'],
    ['il pagamento da Roma', 'zreqbecause'],
  ])('"%s" has no %s', (text, mark) => {
    expect(marksOf(read(text))).not.toContain(mark);
  });

  it.each([
    'die Mehrwertsteuer stimmt nicht',
    'zwei Eimer sind zerbrochen',
    'was ist ein Mindermengenzuschlag',
    'bitte alle Buchungen als Liste',
    'wohin soll ich überweisen',
  ])('"%s" is about our work', (text) => {
    expect(isOurTopic(text)).toBe(true);
  });
});
