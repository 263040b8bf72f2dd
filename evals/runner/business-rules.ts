import type { BusinessRecords } from './business-records.ts';

/** Rules of money that hold in every state of the records; each broken one as a sentence. */
export function brokenRules(before: BusinessRecords, after: BusinessRecords): string[] {
  return [
    ...creditsWithoutPerson(before, after),
    ...creditedTooMuch(after),
    ...closedWithoutPerson(before, after),
  ];
}

/** A credit note comes from a proposal that a member of staff approved. */
function creditsWithoutPerson(
  before: BusinessRecords,
  { creditNotes, proposals, people }: BusinessRecords,
): string[] {
  const known = new Set(before.creditNotes.map((note) => note.number));
  const staff = new Set(people.filter((person) => person.accountId === null).map((person) => person.id));
  return creditNotes
    .filter((note) => !known.has(note.number))
    .filter((note) => {
      const proposal = proposals.find((one) => one.id === note.proposalId);
      return !proposal || proposal.approvedBy === null || !staff.has(proposal.approvedBy);
    })
    .map((note) => `Credit note ${note.number} was issued without anybody's approval.`);
}

function creditedTooMuch({ creditNotes, untouchable }: BusinessRecords): string[] {
  const credited = new Map<string, number>();
  for (const note of creditNotes)
    credited.set(note.invoiceNumber, (credited.get(note.invoiceNumber) ?? 0) + note.totalMinor);
  return [...credited].flatMap(([number, minor]) => {
    const total = /"totalMinor":(\d+)/.exec(untouchable.invoice.get(number) ?? '')?.[1];
    return total !== undefined && minor > Number(total)
      ? [`More was credited on ${number} than it bills.`]
      : [];
  });
}

function closedWithoutPerson(before: BusinessRecords, { cases, proposals }: BusinessRecords): string[] {
  const wasClosed = new Set(before.cases.filter((one) => one.state === 'closed').map((one) => one.id));
  return cases
    .filter((one) => one.state === 'closed' && !wasClosed.has(one.id))
    .filter(
      (one) => !proposals.some((proposal) => proposal.caseId === one.id && proposal.approvedBy !== null),
    )
    .map((one) => `${one.number} was closed without anybody's approval.`);
}
