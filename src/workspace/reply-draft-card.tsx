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
      {({ text, language, statements, hints }) => (
        <div class="framed inset">
          <p class="draft-text" lang={language}>
            {text}
          </p>
          {hints.map((hint) => (
            <p key={hint.text} class="small">
              {hint.text}
            </p>
          ))}
          {statements.length > 0 && (
            <details class="small">
              <summary>{workspace.draftSources}</summary>
              <ul lang={language}>
                {statements.map((statement) => (
                  <li key={statement.text}>
                    {statement.text}{' '}
                    {statement.sources.map(({ kind, id }) => (
                      <span key={kind + id} class="source-mark record number">
                        {kind === 'message' ? workspace.message(id) : id}
                      </span>
                    ))}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <button type="button" class="button" onClick={() => use(text)}>
            {workspace.useDraft}
          </button>
        </div>
      )}
    </RemoteView>
  );
}
