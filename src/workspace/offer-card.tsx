import type { Offer } from '#domain/views/offer-view.ts';
import { duration } from '#ui/format.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

/** A customer who waits for a person. */
export function OfferCard({ offer, isFirst }: { offer: Offer; isFirst: boolean }) {
  const { texts, format } = useLanguage();
  const { workspace, records } = texts;
  const desk = useDesk();
  const waited = duration(desk.now.value - Date.parse(offer.waitingSince));
  const amount = offer.amount && offer.currency ? format.money(offer.amount, offer.currency) : undefined;
  const tone = [records.moods[offer.mood.level] ?? offer.mood.level, records.moodTrends[offer.mood.trend]];
  const verified = offer.verified ? workspace.verified : workspace.unverified;
  return (
    <article class="offer">
      <div class="row apart">
        <b>{offer.account}</b>
        <span class="tag waiting">◷ {waited}</span>
      </div>
      <div class="muted">
        {[offer.customer, verified, offer.invoiceNumber, amount].filter(Boolean).join(' · ')}
      </div>
      <p class="muted">{offer.shortDescription}</p>
      {offer.mood.level !== 'calm' && (
        <p class="small" title={offer.mood.reasons.map(({ words }) => `“${words}”`).join(' · ')}>
          {workspace.tone(tone.filter(Boolean).join(', '))}
        </p>
      )}
      <div class="row">
        <button type="button" class="button primary" onClick={() => void desk.accept(offer)}>
          {workspace.accept} {isFirst && <kbd>A</kbd>}
        </button>
        <button type="button" class="button" onClick={() => void desk.queue.decline(offer)}>
          {workspace.decline}
        </button>
      </div>
    </article>
  );
}
