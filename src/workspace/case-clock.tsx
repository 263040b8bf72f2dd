import type { CaseRow } from '#domain/views/case-view.ts';
import { duration } from '#ui/format.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

const soon = 60 * 60 * 1000;

/** The one clock of a case: time left, late, or paused, in words, shape and colour. */
export function CaseClock({
  dueAt,
  waitingOn,
}: {
  dueAt: string | undefined;
  waitingOn: CaseRow['waitingOn'];
}) {
  const { workspace } = useLanguage().texts;
  const now = useDesk().now.value;
  if (waitingOn === 'nobody') return null;
  if (dueAt === undefined) return <span class="tag">{workspace.paused}</span>;
  const left = Date.parse(dueAt) - now;
  if (left < 0) return <span class="tag bad">{workspace.lateBy(duration(left))}</span>;
  return <span class={left < soon ? 'tag waiting' : 'tag'}>{workspace.soon(duration(left))}</span>;
}
