import type { Desk } from './desk.ts';

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Where the keyboard goes, by the marks the panes carry. */
export function focusOn(mark: string) {
  const place = document.querySelector<HTMLElement>(`[data-focus="${mark}"]`);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
}

function moveInList(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.matches(':focus'));
  const chosen = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = at >= 0 ? at : step === 1 ? chosen : Math.max(chosen, 0);
  rows[Math.min(rows.length - 1, Math.max(0, from + step))]?.focus();
}

/** Single keys of the workspace; none of them ever issues money. Answers with the way to stop listening. */
export function listenToKeys(desk: Desk, showKeys: () => void): () => void {
  const { record, assist, queue, resolution } = desk;
  const toComposer = (mode: 'reply' | 'note') => {
    desk.pane.value = 'record';
    desk.replyMode.value = mode;
    // At once for what is written right after the key, and again when the pane had to be shown first.
    focusOn('composer');
    requestAnimationFrame(() => focusOn('composer'));
  };
  const toAssist = (mark: string, act: () => unknown) => {
    if (!record.key.value.caseNumber) return;
    desk.isDrawerOpen.value = true;
    act();
    requestAnimationFrame(() => focusOn(mark));
  };
  const acts: Readonly<Record<string, () => unknown>> = {
    j: () => moveInList(1),
    k: () => moveInList(-1),
    a: () => {
      const offer = queue.queue.value?.offers[0];
      return offer ? desk.accept(offer) : record.key.value.caseNumber && record.assignToMe();
    },
    r: () => toComposer('reply'),
    n: () => toComposer('note'),
    e: () => toAssist('check', assist.checkClaim),
    m: () => toAssist('similar', assist.findSimilar),
    i: () => toAssist('invoice', assist.readInvoice),
    c: () => toAssist('resolution', () => {}),
    z: () => resolution.held.value && resolution.takeBack(resolution.held.value),
    '?': showKeys,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // A dialog on top closes itself and takes every other key.
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') {
      if (isWriting(event.target) && event.target instanceof HTMLElement) event.target.blur();
      else desk.isDrawerOpen.value = false;
      return;
    }
    const act = isWriting(event.target) ? undefined : acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
