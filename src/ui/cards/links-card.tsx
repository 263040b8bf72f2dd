import type { Card } from '#domain/views/log-entry.ts';
import { useLanguage } from '../language.ts';
import { safeLink } from './card-guards.ts';
import { DocumentLink } from './resolution-card.tsx';

/** Signed links to one document; they open that document only, and stop working. */
export function LinksCard({ card, base }: { card: Extract<Card, { kind: 'links' }>; base: string }) {
  const { texts, format } = useLanguage();
  return (
    <section class="card" aria-label={card.number}>
      <header>
        <div>
          <b class="number">{card.number}</b>
          <div class="small">{texts.cards.expires(format.time(card.expiresAt))}</div>
        </div>
      </header>
      <footer class="row">
        <DocumentLink href={safeLink(card.pdfUrl, base)} text={texts.cards.download} />
        <DocumentLink href={safeLink(card.xmlUrl, base)} text={texts.cards.xml} />
      </footer>
    </section>
  );
}
