import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';
import type { UnsentMessage } from './unsent.ts';

/** A message of one's own that the log does not hold yet, with what became of it. */
export function UnsentItem({ message, chat }: { message: UnsentMessage; chat: Chat }) {
  const { texts } = useLanguage();
  const { id, state } = message;
  return (
    <li>
      <article class="message own" aria-label={texts.messages.you}>
        <div class="bubble" dir="auto">
          {message.text}
        </div>
        {(state === 'failed' || state === 'waiting') && (
          <div class="row unsent" role={state === 'failed' ? 'alert' : undefined}>
            <span class="small">
              {state === 'failed'
                ? `${texts.widget.notSent} ${message.problem ?? ''}`
                : texts.widget.waitingToSend}
            </span>
            <button type="button" class="link" onClick={() => chat.unsent.retry(id)}>
              {texts.widget.retry}
            </button>
            {state === 'failed' && (
              <button type="button" class="link" onClick={() => chat.edit(message)}>
                {texts.widget.edit}
              </button>
            )}
            <button type="button" class="link" onClick={() => chat.unsent.remove(id)}>
              {texts.widget.delete}
            </button>
          </div>
        )}
      </article>
    </li>
  );
}
