import type { RepCaseView } from '#domain/views/case-view.ts';
import { useLanguage } from '#ui/language.ts';

/** What happened to the case, oldest first; the team's own notes stand on their own ground. */
export function Timeline({ events, hasChat }: { events: RepCaseView['timeline']; hasChat: boolean }) {
  const { texts, format } = useLanguage();
  if (events.length === 0) return null;
  return (
    <details class="timeline" open={!hasChat}>
      <summary>{texts.workspace.history}</summary>
      <ol>
        {events.map((event) => (
          <li key={event.at + event.text} class={event.kind === 'work_note' ? 'note' : undefined}>
            <div class="by-line">
              {format.moment(event.at)} · {event.by}
              {event.kind === 'work_note' && ` · ${texts.messages.teamOnly}`}
            </div>
            {event.text}
          </li>
        ))}
      </ol>
    </details>
  );
}
