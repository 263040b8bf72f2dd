import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

/** Reply and internal note: two grounds, two buttons, one text that no switch loses. */
export function ReplyComposer() {
  const { workspace, messages } = useLanguage().texts;
  const desk = useDesk();
  const { record, replyMode, replyText } = desk;
  const { caseNumber, conversationId } = record.key.value;
  const view = record.caseView();
  const last = record.transcript.value.entries.findLast(({ body }) => body.kind === 'handover');
  const chatState = last?.body.kind === 'handover' ? last.body.state : view?.conversationState;
  const canReply = conversationId !== undefined && chatState === 'human';
  const isNote = replyMode.value === 'note' || !canReply;
  const canWrite = isNote ? caseNumber !== undefined : true;
  const send = async () => {
    const text = replyText.value.trim();
    if (text === '' || !canWrite) return;
    const putBack = desk.takeText();
    const isSent = await (isNote ? record.addNote(text) : record.reply(text));
    if (!isSent) putBack();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      class={isNote ? 'reply as-note' : 'reply'}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="row">
        <button
          type="button"
          class={isNote ? 'tag tab' : 'tag accent tab'}
          aria-pressed={!isNote}
          disabled={!canReply}
          onClick={() => {
            replyMode.value = 'reply';
          }}
        >
          {workspace.reply}
        </button>
        <button
          type="button"
          class={isNote ? 'tag accent tab' : 'tag tab'}
          aria-pressed={isNote}
          onClick={() => {
            replyMode.value = 'note';
          }}
        >
          {workspace.note}
        </button>
        {isNote && <span class="small">{messages.teamOnly}</span>}
        <span class="grow" />
        {canReply && (
          <button type="button" class="button" onClick={() => void record.endChat()}>
            {workspace.endChat}
          </button>
        )}
      </div>
      <textarea
        class="field"
        data-focus="composer"
        rows={3}
        aria-label={isNote ? workspace.note : workspace.reply}
        placeholder={isNote ? workspace.notePlaceholder : workspace.replyPlaceholder}
        value={replyText.value}
        onInput={(event) => {
          // What was begun as a note stays one when the chat becomes ours meanwhile.
          if (isNote) replyMode.value = 'note';
          desk.write(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="row">
        {record.problem.value ? (
          <span class="problem" role="alert">
            {record.problem.value}
          </span>
        ) : (
          <span class="small">{workspace.enterSends}</span>
        )}
        <span class="grow" />
        <button type="submit" class="button primary" aria-disabled={!canWrite}>
          {isNote ? workspace.addNote : workspace.send}
        </button>
      </div>
    </form>
  );
}
