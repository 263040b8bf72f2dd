import type { SimilarCase } from '#domain/views/validation-view.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';
import { RemoteView } from './remote-view.tsx';

/** Resolved cases like this one, how each ended, and what is alike or different. */
export function SimilarCases() {
  const { workspace, records } = useLanguage().texts;
  const { assist } = useDesk();
  return (
    <RemoteView remote={assist.similar.value} title={workspace.similar} mark="similar">
      {({ cases, searched, tally }) => (
        <>
          <h3>
            {workspace.similar} <span class="small">{workspace.similarCount(cases.length, searched)}</span>
          </h3>
          {cases.length === 0 && <p class="muted">{workspace.noSimilar}</p>}
          <p class="row">
            {tally.map(({ resolutionCode, count }) => (
              <span key={resolutionCode} class="tag">
                {count} × {records.resolutions[resolutionCode] ?? resolutionCode}
              </span>
            ))}
          </p>
          <ul class="similar">
            {cases.map((similar) => (
              <SimilarRow key={similar.caseNumber} similar={similar} />
            ))}
          </ul>
        </>
      )}
    </RemoteView>
  );
}

function SimilarRow({ similar }: { similar: SimilarCase }) {
  const { texts, format } = useLanguage();
  const { workspace, records } = texts;
  const outcome = records.resolutions[similar.resolutionCode] ?? similar.resolutionCode;
  const isCredit = similar.resolutionCode === 'credit_note_issued';
  return (
    <li>
      <details>
        <summary>
          <span class="row apart">
            <span>
              <span class="number">{similar.caseNumber}</span> {similar.account}
            </span>
            <span class={isCredit ? 'tag good' : 'tag info'}>
              {outcome} {Number(similar.amount) !== 0 && format.money(similar.amount, similar.currency)}
            </span>
          </span>
          <span class="small">
            {similar.shortDescription} · {workspace.days(similar.daysToClose)}
          </span>
        </summary>
        <div class="small">
          {similar.whySimilar.length > 0 && (
            <div>
              {workspace.why}: {similar.whySimilar.join(', ')}
            </div>
          )}
          {similar.whatDiffers.length > 0 && (
            <div>
              {workspace.differs}: {similar.whatDiffers.join(', ')}
            </div>
          )}
          <div>{similar.resolutionNotes}</div>
        </div>
      </details>
    </li>
  );
}
