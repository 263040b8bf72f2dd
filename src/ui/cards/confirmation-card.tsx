import { useState } from 'preact/hooks';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import { useLanguage } from '../language.ts';

export interface ConfirmationCardProps {
  confirmation: ConfirmationView;
  /** Absent once something later in the conversation has settled it, and for everybody but the customer. */
  onAnswer?: ((confirmed: boolean) => Promise<void>) | undefined;
}

/** What will be written, to be checked by the customer; nothing is written before the press. */
export function ConfirmationCard({ confirmation, onAnswer }: ConfirmationCardProps) {
  const { texts, format } = useLanguage();
  const [state, setState] = useState<'asking' | 'sending' | 'confirmed' | 'changed'>('asking');
  const [problem, setProblem] = useState<string>();
  const { facts } = confirmation;
  const opensCase = confirmation.tool === 'open_dispute';
  const money = (amount: string) => format.money(amount, facts.currency ?? '');
  const answer = async (confirmed: boolean) => {
    if (!onAnswer || state === 'sending') return;
    setState('sending');
    setProblem(undefined);
    try {
      await onAnswer(confirmed);
      setState(confirmed ? 'confirmed' : 'changed');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setState('asking');
    }
  };
  return (
    <section
      class={onAnswer ? 'card marked' : 'card'}
      aria-label={opensCase ? texts.cards.confirmTitle : texts.cards.confirmNoteTitle}
    >
      <header>
        <h3>{opensCase ? texts.cards.confirmTitle : texts.cards.confirmNoteTitle}</h3>
      </header>
      <div class="body">
        <dl class="facts">
          {facts.invoiceNumber && <Fact name={texts.cards.invoice} value={facts.invoiceNumber} />}
          {facts.caseNumber && <Fact name={texts.cards.case} value={facts.caseNumber} />}
          {facts.reasonCode && (
            <Fact
              name={texts.cards.reason}
              value={texts.records.reasons[facts.reasonCode] ?? facts.reasonCode}
            />
          )}
        </dl>
        {facts.items.map((item) => (
          <div key={item.line} class="item">
            <b>
              {item.line > 0 && `${texts.records.line(item.line)} · `}
              {item.description}
            </b>
            <dl class="facts">
              <Fact
                name={texts.cards.invoiced}
                value={texts.records.quantity(format.quantity(item.invoicedQuantity), item.unitCode)}
              />
              {item.claimedQuantity && (
                <Fact
                  name={texts.cards.received}
                  value={texts.records.quantity(format.quantity(item.claimedQuantity), item.unitCode)}
                />
              )}
              <Fact
                name={texts.cards.inDispute}
                value={texts.records.quantity(format.quantity(item.disputedQuantity), item.unitCode)}
              />
              {item.expectedUnitPrice && (
                <>
                  <Fact name={texts.cards.price} value={money(item.unitPrice)} />
                  <Fact name={texts.cards.expectedPrice} value={money(item.expectedUnitPrice)} />
                </>
              )}
            </dl>
          </div>
        ))}
        <dl class="facts totals">
          {facts.net && <Fact name={texts.records.net} value={money(facts.net)} />}
          {facts.tax && <Fact name={texts.records.allTax} value={money(facts.tax)} />}
          {facts.total && <Fact name={texts.records.total} value={money(facts.total)} isStrong />}
        </dl>
        {facts.note && (
          <p>
            {texts.cards.note}: {facts.note}
          </p>
        )}
        {problem && <p class="problem">{problem}</p>}
      </div>
      <footer class="row">
        {!onAnswer && state !== 'confirmed' && <span class="small">{texts.cards.superseded}</span>}
        {state === 'confirmed' && <span class="tag good">✓ {texts.cards.confirmed}</span>}
        {onAnswer && state === 'changed' && <span class="small">{texts.cards.changed}</span>}
        {onAnswer && (state === 'asking' || state === 'sending') && (
          <>
            <button
              type="button"
              class="button primary"
              aria-disabled={state === 'sending'}
              onClick={() => void answer(true)}
            >
              {state === 'sending'
                ? texts.cards.sending
                : opensCase
                  ? texts.cards.openCase
                  : texts.cards.addNote}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={state === 'sending'}
              onClick={() => void answer(false)}
            >
              {texts.cards.change}
            </button>
          </>
        )}
      </footer>
    </section>
  );
}

export function Fact({ name, value, isStrong }: { name: string; value: string; isStrong?: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{isStrong ? <b class="sum">{value}</b> : value}</dd>
    </>
  );
}
