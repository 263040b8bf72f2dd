import type { ProposalView } from '#domain/views/validation-view.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

/** A proposal over somebody's limit, to be agreed to or refused beside its case. */
export function ApprovalRow({ proposal }: { proposal: ProposalView }) {
  const { texts, format } = useLanguage();
  const desk = useDesk();
  return (
    <button
      type="button"
      class="case-row"
      data-row
      aria-current={desk.resolution.proposal.value?.id === proposal.id}
      onClick={() => {
        desk.open({ caseNumber: proposal.caseNumber });
        desk.resolution.show(proposal);
        desk.isDrawerOpen.value = true;
      }}
    >
      <span class="row apart">
        <b>{proposal.account}</b>
        <b>{format.money(proposal.total, proposal.currency)}</b>
      </span>
      <span class="muted">
        {proposal.invoiceNumber} · {texts.workspace.proposalTitles[proposal.kind]}
      </span>
      <span class="small">
        <span class="number">{proposal.caseNumber}</span> · {texts.workspace.proposedBy(proposal.proposedBy)}
      </span>
    </button>
  );
}
