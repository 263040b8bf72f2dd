import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { Card } from '#domain/views/log-entry.ts';
import { isDrawable } from './card-guards.ts';
import { CaseCard } from './case-card.tsx';
import { ConfirmationCard } from './confirmation-card.tsx';
import { InvoiceCard } from './invoice-card.tsx';
import { InvoiceListCard } from './invoice-list-card.tsx';
import { LinksCard } from './links-card.tsx';
import { ResolutionCard } from './resolution-card.tsx';

/** What a reader may do with a card; what is left out is not offered. */
export interface CardActions {
  chooseInvoice?: (number: string) => void;
  download?: (number: string) => void;
  confirm?: (confirmationId: string, confirmed: boolean) => Promise<void>;
  /** The one confirmation that still waits for an answer. */
  openConfirmation?: string | undefined;
}

export interface CardViewProps {
  card: Card;
  actions: CardActions;
  /** Where relative document links lead. */
  base: string;
}

/** Any card; one this screen cannot draw becomes its text, so that a new card never breaks an old chat. */
export function CardView(props: CardViewProps) {
  const asText = <p class="bubble">{props.card.text}</p>;
  if (!isDrawable(props.card)) return asText;
  return (
    <Safely otherwise={asText}>
      <KnownCard {...props} />
    </Safely>
  );
}

function Safely({ children, otherwise }: { children: ComponentChildren; otherwise: ComponentChildren }) {
  const [error] = useErrorBoundary();
  return <>{error === undefined ? children : otherwise}</>;
}

function KnownCard({ card, actions, base }: CardViewProps) {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  switch (card.kind) {
    case 'invoice':
      return <InvoiceCard invoice={card.invoice} today={today} onDownload={actions.download} />;
    case 'invoice_list':
      return <InvoiceListCard invoices={card.invoices} today={today} onChoose={actions.chooseInvoice} />;
    case 'case':
      return <CaseCard record={card.case} now={now} />;
    case 'confirmation': {
      const { confirm, openConfirmation } = actions;
      const { id } = card.confirmation;
      const canAnswer = confirm !== undefined && openConfirmation === id;
      return (
        <ConfirmationCard
          confirmation={card.confirmation}
          onAnswer={canAnswer ? (confirmed) => confirm(id, confirmed) : undefined}
        />
      );
    }
    case 'resolution':
      return <ResolutionCard card={card} base={base} />;
    case 'links':
      return <LinksCard card={card} base={base} />;
  }
}
