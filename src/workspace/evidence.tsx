import type { ValidationView } from '#domain/views/validation-view.ts';
import { lineName, negated } from '#ui/format.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { RemoteView } from './remote-view.tsx';
import { SourceList } from './source-list.tsx';

const tone = {
  validated: 'verdict good',
  partly_validated: 'verdict waiting',
  not_validated: 'verdict bad',
  inconclusive: 'verdict',
} as const;

/** The claim against the records, side by side, with the rule that decided and the papers behind it. */
export function Evidence() {
  const { workspace } = useLanguage().texts;
  const { assist } = useDesk();
  return (
    <RemoteView remote={assist.check.value} title={workspace.evidence} mark="check">
      {(check) => <EvidenceTable check={check} />}
    </RemoteView>
  );
}

function EvidenceTable({ check }: { check: ValidationView }) {
  const { texts, format } = useLanguage();
  const { workspace } = texts;
  const number = (quantity: string | undefined) => (quantity === undefined ? '–' : format.quantity(quantity));
  const only = check.lines.length === 1 ? check.lines[0] : undefined;
  const isWhole = only?.short !== undefined && Number(only.short) > 0;
  return (
    <div class="framed">
      <div class={tone[check.verdict]}>
        <b>{workspace.verdicts[check.verdict]}</b>
        {isWhole && only?.short && (
          <span>{workspace.short(texts.records.quantity(number(only.short), only.unitCode))}</span>
        )}
      </div>
      <div class="sideways">
        <table>
          <caption class="visually-hidden">{workspace.evidence}</caption>
          <thead>
            <tr>
              <th scope="col">{workspace.evidenceLine}</th>
              <th scope="col" class="end">
                {workspace.says}
              </th>
              <th scope="col" class="end">
                {workspace.invoiced}
              </th>
              <th scope="col" class="end">
                {workspace.delivered}
              </th>
              <th scope="col" class="end">
                {workspace.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {check.lines.map((line) => (
              <tr key={line.line}>
                <td>{lineName(line.line, line.description)}</td>
                <td class="end">{number(line.claimed)}</td>
                <td class="end">{number(line.invoiced)}</td>
                <td class="end">
                  {number(line.delivered ?? line.received)}
                  {line.received !== undefined && line.received !== (line.delivered ?? line.received) && (
                    <div class="small">{workspace.counted(number(line.received))}</div>
                  )}
                </td>
                <td class="end">
                  <b>{line.short === undefined ? '–' : number(negated(line.short))}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {check.lines.map((line) => (
        <div key={line.line} class="inset small">
          {check.lines.length > 1 && <b>{texts.records.line(line.line)}: </b>}
          {line.rule}
          {line.missing.map((missing) => (
            <div key={missing} class="missing">
              {workspace.missing(missing)}
            </div>
          ))}
          <SourceList sources={line.sources} />
        </div>
      ))}
    </div>
  );
}
