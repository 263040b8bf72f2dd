import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';
import { MessageList } from '#ui/message-list.tsx';
import { draftText } from '#ui/transcript.ts';
import { WorkingLine } from '#ui/working-line.tsx';
import { useDesk } from './desk.ts';
import { focusOn } from './keys.ts';

/** Free words to dispute assist; what it looks up is shown as it happens. */
export function AssistChat() {
  const { workspace } = useLanguage().texts;
  const { assist, record, rep, resolution } = useDesk();
  const [text, setText] = useState('');
  const { entries, draft } = assist.transcript.value;
  const form = useRef<HTMLFormElement>(null);
  const size = entries.length + assist.asked.value.length;
  useEffect(() => {
    if (size > 0) form.current?.scrollIntoView({ block: 'nearest' });
  }, [size]);
  // What was prepared stands above, out of sight of who reads the answer that names its button.
  const proposal = resolution.proposal.value;
  const waiting =
    proposal?.state === 'open' && proposal.caseNumber === record.key.value.caseNumber ? proposal : undefined;
  const isWriting = draft !== undefined && draftText(draft) !== '';
  const ask = () => {
    const words = text.trim();
    if (words === '') return;
    setText('');
    void assist.ask(words);
  };
  return (
    <section class="assist-chat" aria-label={workspace.ask}>
      {(entries.length > 0 || assist.asked.value.length > 0) && (
        <MessageList
          entries={entries}
          draft={draft}
          reader="rep"
          readerName={rep.name}
          actions={{}}
          base={location.origin}
        >
          {assist.asked.value.map((message) => (
            <li key={message.id}>
              <div class="message own">
                <div class="bubble">{message.text}</div>
              </div>
            </li>
          ))}
          {assist.isWorking.value && <WorkingLine key="working" draft={isWriting ? undefined : draft} />}
        </MessageList>
      )}
      {assist.problem.value && (
        <p class="problem" role="alert">
          {assist.problem.value}
        </p>
      )}
      {waiting && entries.length > 0 && (
        <button type="button" class="button" onClick={() => focusOn('resolution')}>
          <span aria-hidden="true">↑ </span>
          {workspace.proposalTitles[waiting.kind]}
        </button>
      )}
      <form
        ref={form}
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <input
          class="field grow"
          aria-label={workspace.ask}
          placeholder={workspace.askPlaceholder}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {workspace.send}
        </button>
      </form>
    </section>
  );
}
