import { useLanguage } from '#ui/language.ts';
import { MessageList } from '#ui/message-list.tsx';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { withNotes } from './chat-with-notes.ts';
import { useDesk } from './desk.ts';
import { HandoverSummary } from './handover-summary.tsx';
import { RecordHead } from './record-head.tsx';
import { ReplyComposer } from './reply-composer.tsx';
import { Timeline } from './timeline.tsx';

/** The middle pane: the open record, its summary, its chat, and the composer. */
export function RecordPane() {
  const { texts } = useLanguage();
  const { record, rep } = useDesk();
  const { key, transcript } = record;
  if (!key.value.caseNumber && !key.value.conversationId)
    return (
      <main class="pane record">
        <p class="lonely muted">{texts.workspace.chooseCase}</p>
      </main>
    );
  const view = record.caseView();
  const remote = record.record.value;
  const last = transcript.value.entries.findLast(({ body }) => body.kind === 'summary');
  const summary = view?.summary ?? (last?.body.kind === 'summary' ? last.body.summary : undefined);
  return (
    <main class="pane record">
      <RecordHead />
      {summary && <HandoverSummary summary={summary} entries={transcript.value.entries} />}
      <ScrollRegion
        key={key.value.caseNumber ?? key.value.conversationId}
        label={texts.messages.region}
        newest={transcript.value.entries.at(-1)?.seq ?? 0}
      >
        {remote.state === 'failed' && <p class="problem">{remote.problem}</p>}
        {remote.state === 'loading' && <p class="small">{texts.workspace.loading}</p>}
        {view?.lateClaim && <p class="late-claim">▲ {view.lateClaim}</p>}
        {view && <Timeline events={view.timeline} hasChat={key.value.conversationId !== undefined} />}
        {key.value.conversationId ? (
          <MessageList
            entries={withNotes(transcript.value.entries, view?.timeline ?? [])}
            draft={transcript.value.draft}
            reader="rep"
            readerName={rep.name}
            actions={{}}
            base={location.origin}
          />
        ) : (
          remote.state === 'ready' && <p class="small">{texts.workspace.noChat}</p>
        )}
      </ScrollRegion>
      <ReplyComposer />
    </main>
  );
}
