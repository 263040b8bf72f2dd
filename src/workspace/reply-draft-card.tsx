import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { focusOn } from './keys.ts';
import { RemoteView } from './remote-view.tsx';

/** A drafted reply; it is sent by nobody but the rep. */
export function ReplyDraftCard() {
  const { workspace } = useLanguage().texts;
  const desk = useDesk();
  const use = (text: string) => {
    desk.write(text);
    desk.replyMode.value = 'reply';
    desk.isDrawerOpen.value = false;
    desk.assist.dropDraft();
    requestAnimationFrame(() => focusOn('composer'));
  };
  return (
    <RemoteView remote={desk.assist.draft.value} title={workspace.draft} mark="draft">
      {({ text, language }) => (
        <div class="framed inset">
          <p class="draft-text" lang={language}>
            {text}
          </p>
          <button type="button" class="button" onClick={() => use(text)}>
            {workspace.useDraft}
          </button>
        </div>
      )}
    </RemoteView>
  );
}
