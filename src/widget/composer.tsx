import type { RefObject } from 'preact';
import { useLanguage } from '#ui/language.ts';
import type { Chat } from './chat.ts';

export function Composer({
  chat,
  fieldRef,
}: {
  chat: Chat;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { texts } = useLanguage();
  const { widget } = texts;
  const about = chat.context.value;
  const { state, repName } = chat.handover.value;
  const placeholder =
    state === 'human'
      ? widget.placeholderPerson(repName ?? texts.messages.team)
      : state === 'queued'
        ? widget.placeholderQueued
        : about
          ? widget.placeholderAbout
          : widget.placeholder;
  const send = () => {
    chat.send(chat.draft.value);
    fieldRef.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
        {about && (
          <span class="tag accent context">
            <span class="number">{about}</span>
            <button
              type="button"
              class="chip-remove"
              aria-label={widget.removeContext(about)}
              onClick={() => {
                chat.context.value = undefined;
                fieldRef.current?.focus();
              }}
            >
              ✕
            </button>
          </span>
        )}
        <textarea
          ref={fieldRef}
          rows={1}
          aria-label={widget.compose}
          placeholder={placeholder}
          value={chat.draft.value}
          onInput={(event) => {
            chat.draft.value = event.currentTarget.value;
          }}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="send" aria-label={widget.send}>
          <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
            <path d="M4 12l16-8-6 16-3-6.5zM11 13.5L20 4" />
          </svg>
        </button>
      </div>
      {state !== 'human' && state !== 'queued' && <p class="footnote">{widget.footnote}</p>}
    </form>
  );
}
