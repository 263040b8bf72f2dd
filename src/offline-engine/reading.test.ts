import { describe, expect, it } from 'vitest';
import { kindOfQuestion } from './question.ts';
import {
  asksForPerson,
  detectLanguage,
  readsAsPlainYes,
  readsAsRefusal,
  readsAsYes,
  yesAndMore,
} from './reading.ts';

describe('a customer message', () => {
  it.each([
    'yes',
    'Yes, open the case',
    'ok',
    'yep',
    'go ahead',
    'ja bitte',
    'jup',
    'passt so',
    'eh klar',
    'ja, so einreichen',
    'sí, adelante',
    'oui',
    'sim',
    "yes, that's correct",
    'Yes please',
  ])('"%s" is a yes', (text) => {
    expect(readsAsYes(text)).toBe(true);
    expect(readsAsRefusal(text)).toBe(false);
  });

  it.each([
    'no',
    'No, 45 arrived',
    'never mind',
    'nein',
    'hold on, it was 45',
    'cancel that',
    "don't do it",
    'not now',
    'wait',
    'I meant line 4',
    'bloß nicht',
    'das stimmt so nicht',
    'ach lass gut sein',
    'hat sich erledigt',
  ])('"%s" is a refusal', (text) => {
    expect(readsAsRefusal(text)).toBe(true);
    expect(readsAsYes(text)).toBe(false);
  });

  it.each([
    'yes but it was 45',
    'yesterday',
    'only 100 crates arrived',
    'okra',
    'yes if you waive the fee as well',
    'you can go ahead and cancel it',
    'go ahead and bin it',
    'go ahead and reject it',
    'yes maybe',
    'sure, later',
    'ok both',
    'yes not really',
    'ok reduce it',
    'fine, whatever',
    'ok, bye',
    'ja, vielleicht',
    'ja, alles',
    'ja maar',
    'oui peut-être',
    'sí, mañana',
    'sì, forse',
    'sim, talvez',
    'tak, jutro',
  ])('"%s" is no yes', (text) => {
    expect(readsAsYes(text)).toBe(false);
  });

  it.each([
    ['yes, and what is my balance?', 'what is my balance?'],
    ['yes. one more thing: can i get a copy', 'can i get a copy'],
    ['Yes and what happens next?', 'what happens next?'],
    ['I confirm. By when do I have to pay the rest?', 'By when do I have to pay the rest?'],
    ['ja. und wann bekomme ich das Geld zurück?', 'wann bekomme ich das Geld zurück?'],
    ['oui. et je peux avoir une copie de la facture ?', 'je peux avoir une copie de la facture ?'],
    ['sí, y ¿cuándo me pagan?', '¿cuándo me pagan?'],
    ['sim. e quando recebo o dinheiro?', 'quando recebo o dinheiro?'],
    ['sì. e cosa succede adesso?', 'cosa succede adesso?'],
    ['ja, en wat is mijn saldo?', 'wat is mijn saldo?'],
    ['tak, a kiedy dostanę odpowiedź?', 'kiedy dostanę odpowiedź?'],
  ])('"%s" is a yes, and asks something else beside it', (text, more) => {
    expect(yesAndMore(text)?.more).toBe(more);
    expect(readsAsYes(text)).toBe(true);
    expect(readsAsPlainYes(text)).toBe(false);
  });

  it.each([
    'yes but 5',
    "yes. and don't add the vat",
    'yes, and can you make it 5?',
    'yes, and can you change it to the hardener?',
    'yes. can you add the freight?',
    'yes, can you first explain the tax?',
    'yes, could you explain that?',
    'yes, what does that mean?',
    'ja, können Sie mir das erklären?',
    'oui, pouvez-vous expliquer ça ?',
    'yes if you waive the fee as well',
    'yes, and two of the lids are cracked?',
    'ok, what does that mean?',
    'right, and what is this about?',
    'yes can you explain that',
    'ja, aber können Sie zuerst die Steuer erklären?',
    'ja, und könnten Sie die Fracht hinzufügen?',
    'ja, und können Sie die Fracht dazunehmen?',
    'ja, en kunt u de vracht meenemen?',
    'sì, e può togliere il trasporto?',
    'sim, e pode tirar o frete?',
    'oui, et pouvez-vous ajouter le transport ?',
    'sí, ¿y puede cambiar la cantidad?',
    'tak, a czy można dodać transport?',
    'open it on the other invoice',
    'open it for 20 crates',
    'do not open it',
    'open the second one',
    'open the invoice',
    'öffnen Sie ihn nicht',
  ])('"%s" is no yes: it may ask for something else than was read back', (text) => {
    expect(readsAsYes(text)).toBe(false);
  });

  it.each([
    'ok I checked, I confirm, open the case',
    'just yes then',
    'oh yes please',
    'Yes, thank you very much',
    'yes mate, file it',
    'yes thanks, bye',
    'ok, all looks right to me',
    'ja, vielen herzlichen Dank',
    'oui merci beaucoup',
    'sì grazie mille',
    'tak, dawaj',
    'einfach ja',
    'ja, habe alles geprüft, ich bestätige',
    'alors oui',
    'solo sí',
    'open it then',
    'please file it',
    'open the case',
    'dann eröffnen Sie ihn',
    'alors ouvrez-le',
    'allora apra il caso',
    'open hem maar',
    'proszę otworzyć',
  ])('"%s" is a yes and nothing else', (text) => {
    expect(readsAsPlainYes(text)).toBe(true);
  });

  it.each([
    'human',
    'HUMAN',
    'agent please',
    'can I talk to a person',
    'get me someone',
    'ich will mit einem Mitarbeiter sprechen',
    'kann mich mal jemand zurückrufen',
    'geben Sie mir bitte jemanden',
    'quiero hablar con un agente',
  ])('"%s" asks for a person', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });

  it('does not ask for a person when it only names one', () => {
    expect(asksForPerson('the person who signed was not ours')).toBe(false);
  });

  it.each([
    ['Wir haben nur 20 Dosen erhalten', 'de'],
    ['¿Qué facturas tengo vencidas?', 'es'],
    ['Pouvez-vous envoyer une copie de la facture', 'fr'],
    ['Quero uma cópia da fatura', 'pt'],
    ['Only 100 crates arrived', 'en'],
    ['20418', 'en'],
  ])('"%s" is in %s', (text, language) => {
    expect(detectLanguage(text, 'en')).toBe(language);
  });
});

describe('an assistant message', () => {
  it.each([
    ['Shall I open the case?', 'confirmation'],
    ['Is that right?', 'confirmation'],
    ['How many of the 50 drums did not arrive?', 'quantity'],
    ['Which line do you mean?', 'line'],
    ['Which invoice is it about?', 'invoice'],
    ['Which case do you mean?', 'case'],
    ['What is wrong with it?', 'reason'],
    ['What should I add to case CASE-1?', 'note'],
    ['Shall I pass you to a person?', 'person'],
    ['Is there anything else?', 'more'],
    ['Soll ich den Fall eröffnen?', 'confirmation'],
    ['Wie viele der 24 Dosen fehlten?', 'quantity'],
    ['What colour is it?', 'other'],
    ['You could ask "which invoices are overdue?", or ask for a person.', 'none'],
    ['Your balance is £20.', 'none'],
  ])('"%s" asks for: %s', (text, kind) => {
    expect(kindOfQuestion(text)).toBe(kind);
  });
});
