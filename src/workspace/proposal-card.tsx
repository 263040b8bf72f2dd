import { useState } from 'preact/hooks';
import type { ProposalView } from '#domain/views/validation-view.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { ProposalFigures } from './proposal-figures.tsx';

const tone: Partial<Record<ProposalView['state'], string>> = {
  done: 'tag good',
  pending_approval: 'tag waiting',
  held: 'tag waiting',
  rejected: 'tag bad',
};

/** Exactly what would happen, and the one button that makes it happen: a form, never an answer in a chat. */
export function ProposalCard({ proposal }: { proposal: ProposalView }) {
  const { texts, format } = useLanguage();
  const { workspace } = texts;
  const desk = useDesk();
  const { resolution, rep } = desk;
  const [isChecked, setChecked] = useState(false);
  const { state, kind, approval, outcome } = proposal;
  const isOpen = state === 'open';
  const needsOther = isOpen && approval.by === 'manager' && approval.approver !== rep.name;
  const canApprove = isOpen || (state === 'pending_approval' && desk.mayDecide(proposal));
  const amount =
    kind === 'replacement_order'
      ? proposal.lines
          .map(({ quantity, unitCode }) => texts.records.quantity(format.quantity(quantity), unitCode))
          .join(', ')
      : format.money(proposal.total, proposal.currency);
  const label = needsOther
    ? workspace.sendTo(approval.approver ?? workspace.aManager)
    : workspace.actions[kind](amount);
  const isBlocked = !isChecked || resolution.isBusy.value || desk.isOffline();
  return (
    <section class="proposal" aria-label={workspace.proposalTitles[kind]}>
      <div class="row apart">
        <h3>{isOpen ? workspace.proposalTitles[kind] : workspace.kinds[kind]}</h3>
        {!isOpen && <span class={tone[state] ?? 'tag info'}>{workspace.states[state]}</span>}
      </div>
      {resolution.changes.value.length > 0 && (
        <div class="problem" role="alert">
          {workspace.changes}
          <ul>
            {resolution.changes.value.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      )}
      <ProposalFigures proposal={proposal} />
      {canApprove && (
        <>
          {isOpen && <p class="small">{approval.why}</p>}
          <label class="tick">
            <input
              type="checkbox"
              checked={isChecked}
              onChange={(event) => setChecked(event.currentTarget.checked)}
            />
            {workspace.checked}
          </label>
          <div class="row">
            <button
              type="button"
              class="button primary grow"
              aria-disabled={isBlocked}
              onClick={() => !isBlocked && void resolution.approve(proposal)}
            >
              {label}
            </button>
            {isOpen && (
              <button type="button" class="button" onClick={resolution.putAside}>
                {workspace.cancel}
              </button>
            )}
          </div>
          {!needsOther && <p class="small">{workspace.held}</p>}
        </>
      )}
      {state === 'pending_approval' && desk.mayDecide(proposal) && <Rejection proposal={proposal} />}
      {state === 'pending_approval' && !desk.mayDecide(proposal) && (
        <p class="muted">
          {workspace.states.pending_approval}: {approval.approver ?? workspace.aManager}
        </p>
      )}
      {outcome && <p class="tag good">{workspace.issued(outcome.number, format.time(outcome.at))}</p>}
      {['taken_back', 'rejected', 'superseded'].includes(state) && (
        <button type="button" class="button" onClick={resolution.putAside}>
          {workspace.otherWay}
        </button>
      )}
      {resolution.problem.value && (
        <p class="problem" role="alert">
          {resolution.problem.value}
        </p>
      )}
    </section>
  );
}

function Rejection({ proposal }: { proposal: ProposalView }) {
  const { workspace } = useLanguage().texts;
  const { resolution } = useDesk();
  const [note, setNote] = useState('');
  return (
    <form
      class="rejection"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') void resolution.reject(proposal, note.trim());
      }}
    >
      <label>
        {workspace.rejectNote}
        <textarea
          class="field"
          rows={2}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-disabled={note.trim() === ''}>
        {workspace.reject}
      </button>
    </form>
  );
}
