import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from '#ui/language.ts';

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'open'],
  ['A', 'accept'],
  ['R', 'reply'],
  ['N', 'note'],
  ['E', 'check'],
  ['M', 'similar'],
  ['I', 'invoice'],
  ['C', 'resolution'],
  ['Z', 'takeBack'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'leave'],
  ['?', 'keys'],
] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  const { texts } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="key-list" ref={dialog} onClose={onClose} aria-label={texts.workspace.keys}>
      <div class="row apart">
        <h2>{texts.workspace.keys}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {texts.widget.close}
        </button>
      </div>
      <dl class="facts">
        {keys.map(([key, word]) => (
          <div key={key} class="key-row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{texts.workspace.keyWords[word]}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
