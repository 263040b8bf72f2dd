import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

/** What goes out in a moment, and the way to stop it; it stays whichever record is open. */
export function HoldBar() {
  const { texts, format } = useLanguage();
  const { workspace } = texts;
  const { resolution, now } = useDesk();
  const held = resolution.held.value;
  if (!held?.holdUntil) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(held.holdUntil) - now.value) / 1000));
  const words = workspace.holding[held.kind](format.money(held.total, held.currency), held.account, seconds);
  return (
    <section class="hold" aria-label={workspace.states.held}>
      {/* Read out when it appears, not every second. */}
      <span role="timer" aria-live="off">
        {words}
      </span>
      <button
        type="button"
        class="button"
        disabled={seconds === 0}
        onClick={() => void resolution.takeBack(held)}
      >
        {workspace.takeBack} <kbd>Z</kbd>
      </button>
    </section>
  );
}
