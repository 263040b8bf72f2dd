import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from './language.ts';
import type { Draft } from './transcript.ts';

const longAfter = 4_000;
const veryLongAfter = 15_000;

export interface WorkingLineProps {
  draft?: Draft | undefined;
  onStop?: (() => void) | undefined;
  /** Offered when the answer takes very long. */
  onPerson?: (() => void) | undefined;
}

/** What the assistant is doing right now, in words. */
export function WorkingLine({ draft, onStop, onPerson }: WorkingLineProps) {
  const { texts } = useLanguage();
  const [patience, setPatience] = useState<'short' | 'long' | 'very long'>('short');
  useEffect(() => {
    const timers = [
      setTimeout(() => setPatience('long'), longAfter),
      setTimeout(() => setPatience('very long'), veryLongAfter),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  const step = draft?.steps.findLast(({ state }) => state === 'running');
  const short = step ? texts.working(step.tool, step.subject) : texts.messages.thinking;
  return (
    <li>
      <div class="working">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span>{patience === 'short' || step ? short : texts.messages.stillWorking}</span>
        {onStop && (
          <button type="button" class="link" onClick={onStop}>
            {texts.messages.stop}
          </button>
        )}
      </div>
      {patience === 'very long' && onPerson && (
        <div class="row">
          <span class="small">{texts.widget.personSooner}</span>
          <button type="button" class="button round" onClick={onPerson}>
            {texts.widget.talk}
          </button>
        </div>
      )}
    </li>
  );
}
