import { useState } from 'preact/hooks';
import type { RepCaseView } from '#domain/views/case-view.ts';
import { lineName } from '#ui/format.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { focusOn } from './keys.ts';
import { readyValue } from './remote.ts';
import type { ProposalKind } from './resolution.ts';

const kinds = ['credit_note', 'replacement_order', 'denial'] as const satisfies ProposalKind[];

/** How the case should end: which way, how much of each line, or why not. Nothing happens before the preview is agreed to. */
export function ResolutionChoice({ record }: { record: RepCaseView }) {
  const { texts, format } = useLanguage();
  const { workspace, records } = texts;
  const { resolution, assist, isOffline } = useDesk();
  const check = readyValue(assist.check.value);
  const [kind, setKind] = useState<ProposalKind>();
  const [reason, setReason] = useState('');
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({});
  const labels = {
    credit_note: workspace.credit,
    replacement_order: workspace.reorder,
    denial: workspace.deny,
  };
  const suggested = (line: number, disputed: string) => {
    const supported = check?.lines.find((one) => one.line === line)?.supported;
    return supported === undefined || supported === '0' ? disputed : supported;
  };
  // A dispute of the whole invoice has no line to change.
  const items = record.items.filter(({ line }) => line > 0);
  const lines = items.map((item) => ({
    line: item.line,
    quantity: quantities[item.line] ?? suggested(item.line, item.disputedQuantity),
  }));
  const preview = () => {
    if (!kind) return;
    const details =
      kind === 'denial'
        ? { reason: reason.trim() }
        : lines.length === 0
          ? {}
          : { lines: lines.filter(({ quantity }) => Number(quantity) > 0) };
    void resolution.propose(kind, details).then(() => requestAnimationFrame(() => focusOn('resolution')));
  };
  const isBlocked = resolution.isBusy.value || isOffline() || (kind === 'denial' && reason.trim() === '');
  return (
    <form
      class="choice-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlocked) preview();
      }}
    >
      <h3>{workspace.resolve}</h3>
      {!check && <p class="small">{workspace.verdicts.not_checked}</p>}
      <div class="row">
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            class={kind === one ? 'button chosen' : 'button'}
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
          >
            {labels[one]}
          </button>
        ))}
      </div>
      {kind === 'denial' && (
        <label>
          {workspace.denyReason}
          <textarea
            class="field"
            rows={3}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      )}
      {kind && kind !== 'denial' && (
        <ul class="quantities">
          {items.map((item) => (
            <li key={item.line}>
              <label class="row apart">
                <span>
                  {lineName(item.line, item.description)}{' '}
                  <span class="small">
                    {workspace.invoiced}{' '}
                    {records.quantity(format.quantity(item.invoicedQuantity), item.unitCode)}
                  </span>
                </span>
                <input
                  class="field quantity"
                  inputMode="decimal"
                  pattern="[0-9]+([.][0-9]+)?"
                  title={workspace.aNumber}
                  value={lines.find(({ line }) => line === item.line)?.quantity ?? ''}
                  onInput={(event) =>
                    setQuantities({ ...quantities, [item.line]: event.currentTarget.value })
                  }
                />
              </label>
            </li>
          ))}
        </ul>
      )}
      {kind && (
        <button type="submit" class="button primary" aria-disabled={isBlocked}>
          {workspace.preview}
        </button>
      )}
      {resolution.problem.value && (
        <p class="problem" role="alert">
          {resolution.problem.value}
        </p>
      )}
    </form>
  );
}
