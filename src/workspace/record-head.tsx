import { useLanguage } from '#ui/language.ts';
import { CaseClock } from './case-clock.tsx';
import { useDesk } from './desk.ts';
import { Urgency } from './urgency.tsx';

/** Whose record it is, where it stands, and its clock. */
export function RecordHead() {
  const { texts, format } = useLanguage();
  const { workspace, records } = texts;
  const desk = useDesk();
  const { record, queue, isDrawerOpen, pane } = desk;
  const view = record.caseView();
  const { caseNumber } = record.key.value;
  const facts = view
    ? [
        view.contact?.name,
        view.verified ? workspace.verified : workspace.unverified,
        view.invoiceNumber,
        view.reasonCode && records.reasons[view.reasonCode],
        view.disputed && view.currency && format.money(view.disputed, view.currency),
        view.queueName,
      ]
    : [];
  const isMine = view?.assignedTo?.id === desk.rep.id;
  return (
    <header class="record-head">
      <div class="row">
        <button
          type="button"
          class="button narrow-only"
          onClick={() => {
            pane.value = 'list';
          }}
        >
          ‹ {workspace.backToList}
        </button>
        <h2>{view?.account.name ?? caseNumber}</h2>
        {view && (
          <span class={view.state === 'closed' ? 'tag good' : 'tag info'}>
            {records.caseStates[view.state] ?? view.state}
          </span>
        )}
        {caseNumber && <span class="tag number">{caseNumber}</span>}
        <span class="grow" />
        {view && view.waitingOn !== 'nobody' && (
          <span class="row">
            <span class="small">{workspace.replyDue}</span>
            <CaseClock dueAt={view.dueAt} waitingOn={view.waitingOn} />
          </span>
        )}
        {view && !isMine && view.state !== 'closed' && (
          <button type="button" class="button" onClick={() => void record.assignToMe().then(queue.refresh)}>
            {workspace.assignToMe}
          </button>
        )}
        <button
          type="button"
          class="button drawer-only"
          aria-expanded={isDrawerOpen.value}
          onClick={() => {
            isDrawerOpen.value = !isDrawerOpen.value;
          }}
        >
          {isDrawerOpen.value ? workspace.hideAssist : workspace.showAssist}
        </button>
      </div>
      <div class="small">{facts.filter(Boolean).join(' · ')}</div>
      {view && <p class="muted">{view.shortDescription}</p>}
      {view && <Urgency view={view} />}
    </header>
  );
}
