import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { useLanguage } from '#ui/language.ts';
import { goToEntry } from './go-to-entry.ts';

export interface HandoverSummaryProps {
  summary: ConversationSummary;
  entries: readonly LogEntry[];
}

/** What the rep should know before the first word; every sentence leads to what bears it out. */
export function HandoverSummary({ summary, entries }: HandoverSummaryProps) {
  const { workspace, records } = useLanguage().texts;
  const sources = [
    ...new Map(
      summary.sentences.flatMap((sentence) => sentence.sources.map((source) => [source.id, source])),
    ).values(),
  ];
  const numberOf = (id: string) => sources.findIndex((source) => source.id === id) + 1;
  return (
    <details class="summary" open={!matchMedia('(max-width: 720px)').matches}>
      <summary>
        <h3>{workspace.summary}</h3>
        <span class="small">{workspace.summaryBy(sources.length)}</span>
      </summary>
      <dl class="summary-lines" lang={summary.language}>
        {summary.sentences.map((sentence) => (
          <div key={sentence.topic + sentence.text}>
            <dt>{records.summaryTopics[sentence.topic] ?? sentence.topic}</dt>
            <dd>
              {sentence.text}{' '}
              {sentence.sources.map(({ kind, id }) =>
                kind === 'entry' ? (
                  <button
                    key={id}
                    type="button"
                    class="source-mark"
                    aria-label={workspace.source(numberOf(id))}
                    onClick={() => goToEntry(entries, id)}
                  >
                    {numberOf(id)}
                  </button>
                ) : (
                  <span key={id} class="source-mark record number">
                    {sentence.topic === 'who' ? workspace.customerRecord : id}
                  </span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
