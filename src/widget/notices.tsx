import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';

/** Under the header: the state of the connection, and what did not work. The composer goes on working. */
export function Notices({ chat }: { chat: Chat }) {
  const { widget } = useLanguage().texts;
  const state = chat.connection.value;
  const problem = chat.problem.value;
  return (
    <div class="notices">
      <div class="connection" role="status" hidden={state === 'online'}>
        {state === 'offline' && <>! {widget.offline}</>}
        {state === 'reconnecting' && widget.reconnecting}
      </div>
      <div class="connection bad" role="alert" hidden={!problem}>
        {problem}
      </div>
    </div>
  );
}
