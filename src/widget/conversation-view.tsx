import type { CardActions } from '#ui/cards/card-view.tsx';
import { useLanguage } from '#ui/language.ts';
import { MessageList } from '#ui/message-list.tsx';
import { openConfirmation } from '#ui/open-confirmation.ts';
import { ScrollRegion } from '#ui/scroll-region.tsx';
import { draftText } from '#ui/transcript.ts';
import { WorkingLine } from '#ui/working-line.tsx';
import type { Chat } from './chat.ts';
import { UnsentItem } from './unsent-item.tsx';

const mostReplies = 4;

export function ConversationView({ chat, toComposer }: { chat: Chat; toComposer: () => void }) {
  const { texts } = useLanguage();
  const { entries, draft } = chat.transcript.value;
  const unsent = chat.unsent.messages.value;
  const isWorking = chat.working.value;
  const isWriting = draft !== undefined && draftText(draft) !== '';
  const last = entries.at(-1);
  const offered = last?.body.kind === 'message' ? (last.body.quickReplies ?? []) : [];
  const replies = unsent.length === 0 && !isWorking ? offered.slice(0, mostReplies) : [];
  const reply = (words: string) => {
    chat.send(words);
    toComposer();
  };
  const actions: CardActions = {
    chooseInvoice: (number) => reply(texts.widget.askAbout(number)),
    download: (number) => void chat.download(number),
    confirm: async (id, confirmed) => {
      await chat.confirm(id, confirmed);
      toComposer();
    },
    openConfirmation: openConfirmation(entries),
  };
  return (
    <ScrollRegion label={texts.messages.region} newest={`${last?.seq ?? 0} ${isWriting}`}>
      <MessageList
        entries={entries}
        draft={draft}
        reader="customer"
        actions={actions}
        base={chat.base || location.origin}
      >
        {unsent.map((message) => (
          <UnsentItem key={message.id} message={message} chat={chat} />
        ))}
        {isWorking && (
          <WorkingLine
            key="working"
            draft={isWriting ? undefined : draft}
            onStop={chat.stop}
            onPerson={chat.isWithAssistant.value ? () => void chat.askForPerson() : undefined}
          />
        )}
        {chat.handover.value.state === 'queued' && (
          <li key="queued">
            <div class="quick-replies">
              <button type="button" class="button round" onClick={() => void chat.goBack()}>
                {texts.widget.goBack}
              </button>
            </div>
          </li>
        )}
        {replies.length > 0 && (
          <li key="replies" class="quick-replies-row">
            <div class="quick-replies">
              {replies.map((words) => (
                <button key={words} type="button" class="button round" onClick={() => reply(words)}>
                  {words}
                </button>
              ))}
            </div>
          </li>
        )}
      </MessageList>
    </ScrollRegion>
  );
}
