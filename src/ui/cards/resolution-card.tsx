import type { Card } from '#domain/views/log-entry.ts';
import { useLanguage } from '../language.ts';
import { safeLink } from './card-guards.ts';
import { Fact } from './confirmation-card.tsx';

export type Resolution = Extract<Card, { kind: 'resolution' }>;

/** How a case ended: the credit note with its sums, the replacement with its day, or the reasons against. */
export function ResolutionCard({ card, base }: { card: Resolution; base: string }) {
  const { texts, format } = useLanguage();
  const money = (amount: string) => format.money(amount, card.currency ?? '');
  const pdf = safeLink(card.pdfUrl, base);
  const xml = safeLink(card.xmlUrl, base);
  const hasReason = card.number === undefined;
  return (
    <section class="card marked" aria-label={titleOf(card, texts.cards, texts.records.resolutions)}>
      <header>
        <div>
          <h3>✓ {titleOf(card, texts.cards, texts.records.resolutions)}</h3>
          <div class="small number">{card.caseNumber}</div>
        </div>
        {card.total && <div class="sum">{money(card.total)}</div>}
      </header>
      <div class="body">
        <dl class="facts">
          {card.net && <Fact name={texts.records.net} value={money(card.net)} />}
          {card.tax && <Fact name={texts.records.allTax} value={money(card.tax)} />}
          {card.promiseDate && (
            <Fact
              name={texts.records.resolutions.replacement_ordered ?? ''}
              value={texts.cards.arrives(format.day(card.promiseDate))}
            />
          )}
        </dl>
        {hasReason && <p>{card.text}</p>}
      </div>
      {(pdf || xml) && (
        <footer class="row">
          <DocumentLink href={pdf} text={texts.cards.download} />
          <DocumentLink href={xml} text={texts.cards.xml} />
        </footer>
      )}
    </section>
  );
}

export function DocumentLink({ href, text }: { href: string | undefined; text: string }) {
  if (href === undefined) return null;
  return (
    <a class="button" href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

function titleOf(
  card: Resolution,
  words: { creditNote: (number: string) => string; replacement: (number: string) => string },
  resolutions: Readonly<Record<string, string>>,
): string {
  if (card.number && card.resolutionCode === 'credit_note_issued') return words.creditNote(card.number);
  if (card.number && card.resolutionCode === 'replacement_ordered') return words.replacement(card.number);
  return [resolutions[card.resolutionCode] ?? card.resolutionCode, card.number].filter(Boolean).join(' ');
}
