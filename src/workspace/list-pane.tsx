import type { CaseRow } from '#domain/views/case-view.ts';
import { useLanguage } from '#ui/language.ts';
import { ApprovalRow } from './approval-row.tsx';
import { CaseRowButton } from './case-row-button.tsx';
import { useDesk } from './desk.ts';
import { OfferCard } from './offer-card.tsx';
import type { ListView } from './queue.ts';

/** The left pane: own cases, waiting ones, everything, approvals, and chats that wait for a person. */
export function ListPane() {
  const { texts, format } = useLanguage();
  const { workspace } = texts;
  const { queue, mayDecide, decides } = useDesk();
  const content = queue.queue.value;
  const view = queue.view.value;
  const rows: Readonly<Record<ListView, readonly CaseRow[]>> = {
    mine: content?.mine ?? [],
    waiting: content?.waiting ?? [],
    all: queue.all.value,
    approvals: [],
  };
  const approvals = queue.approvals.value.filter(mayDecide);
  const total = content?.counts.all;
  const tabs: [ListView, string][] = [
    ['mine', `${workspace.mine} ${content ? content.mine.length : ''}`],
    ['waiting', `${workspace.waiting} ${content ? content.waiting.length : ''}`],
    ['all', `${workspace.all} ${total ?? ''}`],
  ];
  if (decides || approvals.length > 0 || view === 'approvals')
    tabs.push(['approvals', `${workspace.approvals} ${approvals.length}`]);
  return (
    <nav class="pane list" aria-label={workspace.queue}>
      <fieldset class="tabs">
        <legend class="visually-hidden">{workspace.queue}</legend>
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class={view === name ? 'tag accent tab' : 'tag tab'}
            aria-pressed={view === name}
            onClick={() => void queue.show(name)}
          >
            {label.trim()}
          </button>
        ))}
      </fieldset>
      {queue.isStale.value && content && queue.refreshedAt.value && (
        <p class="small inset">{workspace.staleList(format.time(queue.refreshedAt.value))}</p>
      )}
      {!content && !queue.isStale.value && <GreyRows />}
      {!content && queue.isStale.value && <p class="problem inset">{workspace.unreachable}</p>}
      <Offers />
      {content && rows[view].length === 0 && view !== 'approvals' && (
        <p class="inset muted">{view === 'mine' ? workspace.nothingMine : workspace.nothingHere}</p>
      )}
      <ul>
        {rows[view].map((row) => (
          <li key={row.caseNumber}>
            <CaseRowButton row={row} />
          </li>
        ))}
        {view === 'approvals' &&
          approvals.map((proposal) => (
            <li key={proposal.id}>
              <ApprovalRow proposal={proposal} />
            </li>
          ))}
      </ul>
      {view === 'approvals' && approvals.length === 0 && <p class="inset muted">{workspace.noApprovals}</p>}
    </nav>
  );
}

function Offers() {
  const { workspace } = useLanguage().texts;
  const { queue } = useDesk();
  const offers = queue.queue.value?.offers ?? [];
  return (
    <section aria-label={workspace.offers} class="offers">
      <p role="status" class={queue.notice.value ? 'problem' : 'visually-hidden'}>
        {queue.notice.value}
      </p>
      {offers.length > 0 && <h2 class="small">{workspace.offers}</h2>}
      {offers.map((offer, index) => (
        <OfferCard key={offer.conversationId} offer={offer} isFirst={index === 0} />
      ))}
    </section>
  );
}

function GreyRows() {
  return (
    <div class="inset" aria-hidden="true">
      <div class="grey-line" />
      <div class="grey-line" />
      <div class="grey-line" />
    </div>
  );
}
