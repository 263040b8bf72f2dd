import type { ProposalView } from '#domain/views/validation-view.ts';
import { Fact } from '#ui/cards/confirmation-card.tsx';
import { lineName } from '#ui/format.ts';
import { useLanguage } from '#ui/language.ts';
import { useDesk } from './desk.ts';

/** Every figure of a proposal as the server worked it out, and the mail that would go out. */
export function ProposalFigures({ proposal }: { proposal: ProposalView }) {
  const { texts, format } = useLanguage();
  const { workspace, records } = texts;
  const { rep } = useDesk();
  const { kind, currency, approval } = proposal;
  const money = (amount: string) => format.money(amount, currency);
  const isCredit = kind === 'credit_note';
  return (
    <>
      <dl class="facts figures">
        {proposal.lines.map((line) => (
          <Fact
            key={line.line}
            name={`${lineName(line.line, line.description)}: ${records.times(
              records.quantity(format.quantity(line.quantity), line.unitCode),
              money(line.unitPrice),
            )}`}
            value={money(line.net)}
          />
        ))}
        {isCredit && (
          <>
            <Fact name={records.net} value={money(proposal.net)} />
            <Fact name={records.allTax} value={money(proposal.tax)} />
            <Fact name={workspace.totalTo(proposal.account)} value={money(proposal.total)} isStrong />
            <Fact name={workspace.balanceAfter} value={money(proposal.balanceAfter)} />
          </>
        )}
        {proposal.promiseDate && <Fact name={workspace.promised} value={format.day(proposal.promiseDate)} />}
        {proposal.reason && <Fact name={texts.cards.reason} value={proposal.reason} />}
        {approval.limit && (
          <Fact
            name={proposal.proposedBy === rep.name ? workspace.limit : workspace.limitOf(proposal.proposedBy)}
            value={money(approval.limit)}
          />
        )}
        <Fact name={workspace.recipient} value={proposal.recipient} />
      </dl>
      {proposal.verdict !== 'validated' && kind !== 'denial' && (
        <p class="caution">{workspace.verdicts[proposal.verdict]}</p>
      )}
      <details>
        <summary>{workspace.mail}</summary>
        <b>{proposal.mail.subject}</b>
        <p class="draft-text">{proposal.mail.text}</p>
      </details>
    </>
  );
}
