import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import type { Presence } from './queue.ts';

const states = ['available', 'busy', 'away'] as const satisfies Presence[];

export function TopBar({ onKeys }: { onKeys: () => void }) {
  const { workspace } = useLanguage().texts;
  const { rep, session, queue } = useDesk();
  return (
    <header class="top">
      <b class="brand">Redress</b>
      <h1 class="tag">{workspace.title}</h1>
      <span class="grow" />
      <label class="presence" data-state={queue.presence.value}>
        <span class="visually-hidden">{workspace.presence}</span>
        <select
          value={queue.presence.value}
          onChange={(event) => {
            const chosen = states.find((state) => state === event.currentTarget.value);
            if (chosen) void queue.setPresence(chosen);
          }}
        >
          {states.map((state) => (
            <option key={state} value={state}>
              ● {workspace[state]}
            </option>
          ))}
        </select>
      </label>
      <span class="small who-am-i">{rep.name}</span>
      <button type="button" class="button quiet by-keyboard" onClick={onKeys}>
        {workspace.keys} <kbd>?</kbd>
      </button>
      <button type="button" class="button quiet" onClick={() => void session.signOut()}>
        {workspace.signOut}
      </button>
    </header>
  );
}
