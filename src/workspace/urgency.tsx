import type { RepCaseView } from '#domain/views/case-view.ts';
import type { MoodView } from '#domain/views/mood-view.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { goToEntry } from './go-to-entry.ts';

/** How urgent a case is and how its customer sounds, each with its reasons. */
export function Urgency({ view }: { view: RepCaseView }) {
  const { workspace, records } = useLanguage().texts;
  const word = records.priorities[view.priority] ?? String(view.priority);
  return (
    <div class="urgency small">
      <span>{[workspace.priority(word), view.priorityReasons.join(', ')].filter(Boolean).join(': ')}</span>
      {view.mood && <Mood mood={view.mood} />}
    </div>
  );
}

/** The tone of a chat with the words that show it; each leads to the message it stands in. */
function Mood({ mood }: { mood: MoodView }) {
  const { workspace, records } = useLanguage().texts;
  const { record } = useDesk();
  if (mood.level === 'calm') return null;
  const level = [records.moods[mood.level] ?? mood.level, records.moodTrends[mood.trend]];
  return (
    <span>
      {workspace.tone(level.filter(Boolean).join(', '))}
      {mood.reasons.map(({ sign, words, entry }) => (
        <button
          key={`${entry} ${sign}`}
          type="button"
          class="source-mark"
          onClick={() => goToEntry(record.transcript.value.entries, String(entry))}
        >
          {[records.moodSigns[sign], `“${words}”`].filter(Boolean).join(': ')}
        </button>
      ))}
    </span>
  );
}
