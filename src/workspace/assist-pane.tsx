import { useLanguage } from '#ui/language.ts';
import { AssistChat } from './assist-chat.tsx';
import { useDesk } from './desk.ts';
import { Evidence } from './evidence.tsx';
import { InvoiceDetails } from './invoice-details.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { ReplyDraftCard } from './reply-draft-card.tsx';
import { ResolutionChoice } from './resolution-choice.tsx';
import { SimilarCases } from './similar-cases.tsx';

/** The right pane: what the records say about the open case, and the ways to end it. */
export function AssistPane() {
  const { workspace } = useLanguage().texts;
  const { record, assist, resolution, isDrawerOpen } = useDesk();
  const { caseNumber } = record.key.value;
  const view = record.caseView();
  const proposal = resolution.proposal.value;
  const isOver = view?.state === 'closed' || view?.state === 'cancelled';
  return (
    <aside class="pane assist" aria-label={workspace.assist}>
      <div class="row apart">
        <h2>{workspace.assist}</h2>
        <span class="row">
          {caseNumber && <span class="small">{workspace.reading(caseNumber)}</span>}
          <button
            type="button"
            class="button drawer-only"
            onClick={() => {
              isDrawerOpen.value = false;
            }}
          >
            {workspace.hideAssist}
          </button>
        </span>
      </div>
      {caseNumber && (
        <>
          <div class="row pills">
            <Pill label={workspace.check} hint="E" remote={assist.check.value} onPress={assist.checkClaim} />
            <Pill
              label={workspace.similar}
              hint="M"
              remote={assist.similar.value}
              onPress={assist.findSimilar}
            />
            <Pill
              label={workspace.invoice}
              hint="I"
              remote={assist.invoice.value}
              onPress={assist.readInvoice}
            />
            <Pill label={workspace.draft} remote={assist.draft.value} onPress={assist.draftReply} />
          </div>
          <ReplyDraftCard />
          <Evidence />
          <SimilarCases />
          <InvoiceDetails />
        </>
      )}
      {caseNumber && (
        <section data-focus="resolution" class="resolution" tabIndex={-1} aria-label={workspace.resolve}>
          {isOver && <p class="tag good">✓ {workspace.closed}</p>}
          {proposal && proposal.caseNumber === caseNumber ? (
            <ProposalCard key={`${proposal.id} ${proposal.version}`} proposal={proposal} />
          ) : (
            view && !isOver && <ResolutionChoice key={caseNumber} record={view} />
          )}
        </section>
      )}
      {(caseNumber || record.key.value.conversationId) && <AssistChat />}
    </aside>
  );
}

interface PillProps {
  label: string;
  hint?: string;
  remote: { state: string };
  onPress: () => unknown;
}

function Pill({ label, hint, remote, onPress }: PillProps) {
  return (
    <button
      type="button"
      class={remote.state === 'ready' ? 'pill done' : 'pill'}
      aria-busy={remote.state === 'loading'}
      onClick={() => void onPress()}
    >
      {remote.state === 'ready' && '✓ '}
      {label} {hint && <kbd>{hint}</kbd>}
    </button>
  );
}
