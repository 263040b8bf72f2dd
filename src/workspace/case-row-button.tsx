import type { CaseRow } from '#domain/views/case-view.ts';
import { useLanguage } from '#ui/language.ts';
import { CaseClock } from './case-clock.tsx';
import { useDesk } from './desk.ts';

export function CaseRowButton({ row }: { row: CaseRow }) {
  const { records, workspace } = useLanguage().texts;
  const desk = useDesk();
  const isOpen = desk.record.key.value.caseNumber === row.caseNumber;
  const reason = row.reasonCode ? records.reasons[row.reasonCode] : undefined;
  return (
    <button
      type="button"
      class="case-row"
      data-row
      aria-current={isOpen}
      onClick={() => desk.open({ caseNumber: row.caseNumber })}
    >
      <span class="row apart">
        <b>{row.account}</b>
        <CaseClock dueAt={row.dueAt} waitingOn={row.waitingOn} />
      </span>
      <span class="muted">
        {[row.invoiceNumber, reason ?? row.shortDescription].filter(Boolean).join(' · ')}
      </span>
      <span class="small">
        <span class="number">{row.caseNumber}</span> · {workspace.waitsOn[row.waitingOn]}
      </span>
    </button>
  );
}
