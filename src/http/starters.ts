// Things to ask, for somebody who does not know where to begin. The last of them is a button of its own in the chat.

const signedIn: Record<string, readonly string[]> = {
  en: [
    'Why is my last invoice so high?',
    'Something was missing from a delivery',
    'Which invoices are overdue?',
    'Talk to a person',
  ],
  de: [
    'Warum ist meine letzte Rechnung so hoch?',
    'Bei einer Lieferung hat etwas gefehlt',
    'Welche Rechnungen sind überfällig?',
    'Mit einem Menschen sprechen',
  ],
};
const visiting: Record<string, readonly string[]> = {
  en: ['How long do I have to report a short delivery?', 'How can I pay an invoice?', 'Talk to a person'],
  de: [
    'Wie lange kann ich eine Fehlmenge melden?',
    'Wie kann ich eine Rechnung bezahlen?',
    'Mit einem Menschen sprechen',
  ],
};

export const startersFor = (language: string, isSignedIn: boolean): string[] => {
  const all = isSignedIn ? signedIn : visiting;
  return [...(all[language] ?? all.en ?? [])];
};
