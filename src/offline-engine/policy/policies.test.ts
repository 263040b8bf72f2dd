import { describe, expect, it } from 'vitest';
import { answeredWith, type Results } from './answered-with.ts';

const passage = (text: string) => ({
  ...{ document: 'claims', title: 'Claims', section: 'How long', version: '1', score: 0.7, text },
});
const english = passage('Please count the goods. Most claims are settled within five working days.');
const german = passage('Reklamationen sind innerhalb von 14 Tagen nach der Lieferung zu melden.');
const answered = (text: string, results: Results): string => answeredWith(text, results, '2026-11-21');

describe('billing policies', () => {
  it('are searched in English and quoted as English to who asks in German', () => {
    const words = answered('wann wird über meinen Fall entschieden', {
      list_cases: { cases: [] },
      search_billing_policies: ({ question }: { question: string }) => ({
        passages: question === 'most claims are settled within working days' ? [english] : [],
      }),
    });
    expect(words).toContain('keine offenen Fälle');
    expect(words).toContain(
      'auf Englisch: "Most claims are settled within five working days." (Claims, How long)',
    );
  });

  it('are searched in the words of the question where English finds nothing', () => {
    const question = 'Wie lange habe ich Zeit zu reklamieren?';
    const words = answered(question, {
      search_billing_policies: (input: { question: string }) => ({
        passages: input.question === question ? [german] : [],
      }),
    });
    expect(words).toContain('Reklamationen sind innerhalb von 14 Tagen');
    expect(words).not.toContain('auf Englisch');
  });

  it('are quoted in two sentences where both answer as well', () => {
    const both = passage('Report a shortage within 14 days. Report a delivery within 30 days. Thank you.');
    const words = answered('how many days do I have to report a delivery or a shortage, within what time?', {
      search_billing_policies: { passages: [both] },
    });
    expect(words).toContain('"Report a shortage within 14 days. Report a delivery within 30 days."');
  });

  it('are none when nothing is found', () => {
    expect(
      answered('what is the deadline for claims?', { search_billing_policies: { passages: [] } }),
    ).toContain('found nothing about that');
  });
});
