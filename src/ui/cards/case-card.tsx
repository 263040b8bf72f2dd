import type { CustomerCaseView } from '#domain/views/case-view.ts';
import { useLanguage } from '../language.ts';
import { replyByWords } from './reply-by.ts';

const tone: Readonly<Record<string, string>> = {
  awaiting_info: 'tag waiting',
  resolved: 'tag good',
  closed: 'tag good',
};

/** A case as its customer sees it: number, what it is about, what comes next. */
export function CaseCard({ record, now }: { record: CustomerCaseView; now: Date }) {
  const language = useLanguage();
  const { texts, format } = language;
  const reason = record.reasonCode ? texts.records.reasons[record.reasonCode] : undefined;
  return (
    <section class="card" aria-label={`${texts.cards.case} ${record.caseNumber}`}>
      <header>
        <div>
          <b class="number">{record.caseNumber}</b>
          <div class="small">{[record.invoiceNumber, reason].filter(Boolean).join(' · ')}</div>
        </div>
        <span>
          <span class={tone[record.state] ?? 'tag info'}>
            {texts.records.caseStates[record.state] ?? record.state}
          </span>
        </span>
      </header>
      <div class="body">
        <p>{record.shortDescription}</p>
        <dl class="facts">
          {record.disputed && record.currency && (
            <>
              <dt>{texts.cards.disputed}</dt>
              <dd>
                <b>{format.money(record.disputed, record.currency)}</b>
              </dd>
            </>
          )}
          {record.creditNote && (
            <>
              <dt>{texts.cards.creditNote(record.creditNote.number)}</dt>
              <dd>
                <b>{format.money(record.creditNote.total, record.creditNote.currency)}</b>
              </dd>
            </>
          )}
          {record.replacementOrder && (
            <>
              <dt>{texts.cards.replacement(record.replacementOrder.number)}</dt>
              <dd>{texts.cards.arrives(format.day(record.replacementOrder.promiseDate))}</dd>
            </>
          )}
        </dl>
        <p class="muted">{record.resolutionNotes ?? record.nextStep}</p>
        {record.replyBy && !record.resolutionCode && (
          <p>
            <b>{texts.records.replyBy(replyByWords(record.replyBy, now, language))}</b>
          </p>
        )}
      </div>
    </section>
  );
}
