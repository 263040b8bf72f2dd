import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const read = (text: string) => understand({ text, side: 'customer', today: '2026-11-20' });

describe('first words of a claim', () => {
  it.each([
    'dispute',
    'I want to dispute something',
    "Hi, I'd like to open a dispute please",
    'there is an error in my invoice',
    'we have a problem with the last delivery',
    'Ich möchte eine Rechnung reklamieren',
    'Hallo, ich habe eine Reklamation',
    'mit meiner Rechnung stimmt etwas nicht',
    'quiero hacer una reclamación',
    'hay un error en mi factura',
    'je veux contester une facture',
    "j'ai un souci avec ma dernière facture",
    'vorrei fare un reclamo',
    "c'è un errore nella mia fattura",
    'quero reclamar de uma fatura',
    'há um erro na minha fatura',
    'ik wil een factuur betwisten',
    'er zit een fout in mijn factuur',
    'chcę złożyć reklamację',
    'jest błąd na mojej fakturze',
    'something is wrong with my bill',
    'invoice INV-1003 is wrong',
    "the total on INV-1003 can't be right",
    'the amount on my invoice is wrong',
    'etwas stimmt nicht mit der Rechnung',
    'Der Betrag stimmt nicht',
    'el importe no es correcto',
    'le montant est faux',
    'la fattura è sbagliata',
    'o valor está errado',
    'mijn rekening klopt niet',
    'kwota się nie zgadza',
  ])('"%s" does not say yet what is wrong', (text) => {
    const { intents, slots } = read(text);
    expect(intents).toEqual(['dispute.open']);
    expect(slots).not.toHaveProperty('dispute_type');
  });

  it.each([
    'i got a bill that looks too high',
    'this invoice is way too high',
    'I was overcharged',
    'die Rechnung ist viel zu hoch',
    'la factura es demasiado alta',
    'ma facture est trop chère',
    'la fattura è troppo alta',
    'a fatura está muito alta',
    'de factuur is te hoog',
    'faktura jest za wysoka',
  ])('"%s" is about a price', (text) => {
    const { intents, slots } = read(text);
    expect({ intents, ...slots }).toEqual({ intents: ['dispute.open'], dispute_type: 'wrong_price' });
  });

  it.each([
    ['my dispute', 'case.status'],
    ['any disputes?', 'case.status'],
    ['3 boxes on 30112 are damaged', 'dispute.open'],
  ])('"%s" is no such beginning', (text, intent) => {
    expect(read(text).intents).toEqual([intent]);
  });
});

describe('a person', () => {
  it.each(['ich will keine person, nur meinen kontostand', "I don't want a person, just my balance"])(
    '"%s" is not handed over',
    (text) => {
      expect(read(text).intents).not.toContain('human');
    },
  );

  it.each(['i need to talk to a person', 'ich möchte mit einem Menschen sprechen'])('"%s" is', (text) => {
    expect(read(text).intents).toEqual(['human']);
  });
});
