import type { ComponentChildren } from 'preact';
import { useLanguage } from '#ui/language.ts';
import type { Remote } from './remote.ts';

export interface RemoteViewProps<T> {
  remote: Remote<T>;
  title: string;
  /** The mark by which a key brings the focus here. */
  mark: string;
  children: (value: T) => ComponentChildren;
}

/** A part of the assist pane: nothing before it is asked for, then waiting, the reason it failed, or the answer. */
export function RemoteView<T>({ remote, title, mark, children }: RemoteViewProps<T>) {
  const { workspace } = useLanguage().texts;
  if (remote.state === 'idle') return null;
  return (
    <section class="finding" data-focus={mark} tabIndex={-1} aria-label={title}>
      {remote.state === 'loading' && <p class="small">{workspace.loading}</p>}
      {remote.state === 'failed' && <p class="problem">{workspace.failed(remote.problem)}</p>}
      {remote.state === 'ready' && children(remote.value)}
    </section>
  );
}
