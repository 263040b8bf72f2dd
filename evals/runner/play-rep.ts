import { type RepWindow, repWindow } from '#desks/rep-window.ts';
import { Refusal } from '#domain/refusal.ts';
import type { ProposalView, SimilarCasesView, ValidationView } from '#domain/views/validation-view.ts';
import {
  SimilarCasesView as SimilarCases,
  ValidationView as Validation,
} from '#domain/views/validation-view.ts';
import type { Redress } from '#main';
import { openStates } from '#storage/cases/cases.ts';
import { type Clock, milliseconds } from './clock.ts';
import type { Happening } from './evidence.ts';
import { FaultyScenario } from './faulty-scenario.ts';
import { staffCalled } from './people.ts';
import type { RepPart, RepStep } from './scenario.ts';
import { whatAnswered } from './transcript.ts';
import { changeWorld } from './world-changes.ts';

export type RepPlayed = {
  readonly happenings: Happening[];
  readonly similar: SimilarCasesView[];
  readonly validations: ValidationView[];
};

type Press = Extract<RepStep, { presses: string }>;
const pauseMs = 20_000;

/** Plays the rep: asks dispute assist in words, presses the workspace's buttons. `chat` is the customer's conversation, if any. */
export async function playRep(
  redress: Redress,
  clock: Clock,
  rep: RepPart,
  chat: { readonly conversationId: string; readonly caseNumber?: string } | undefined,
  worldChanged: () => Promise<void>,
): Promise<RepPlayed> {
  const person = await staffCalled(redress, rep['signed in as']);
  const own = repWindow(redress.service, person);
  const caseNumber = rep.case === undefined ? chat?.caseNumber : await caseMeant(redress, rep.case);
  const played: RepPlayed = { happenings: [], similar: [], validations: [] };
  let proposal: ProposalView | undefined;
  let shownBefore: ProposalView | undefined;
  let turn = 0;

  async function ask(text: string): Promise<void> {
    const { id } = await own.startAssist(caseNumber);
    played.happenings.push({ kind: 'said', by: 'rep', turn, text });
    const { entry } = await own.askAssist(id, { id: redress.service.newId(), text });
    await redress.assistant.answer(id, entry.seq);
    const answered = await whatAnswered(redress, id, entry.seq, turn, 'rep');
    played.happenings.push(...answered);
    for (const one of answered) if (one.kind === 'called') notice(one.answer);
    await freshProposal();
  }

  /** What the workspace would show of what the assistant found. */
  function notice(answer: unknown): void {
    const result =
      typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
    const similar = SimilarCases.safeParse(result);
    const validation = Validation.safeParse(result);
    if (similar.success) played.similar.push(similar.data);
    if (validation.success) played.validations.push(validation.data);
  }

  async function freshProposal(): Promise<void> {
    if (caseNumber === undefined) return;
    const open = (await own.readCase(caseNumber)).proposals.filter((one) => one.state !== 'superseded');
    proposal = open.find((one) => one.id === proposal?.id) ?? open.at(-1) ?? proposal;
  }

  async function press(step: Press, window: RepWindow): Promise<void> {
    const number = caseNumber ?? '';
    switch (step.presses) {
      case 'accept':
        await window.acceptHandover(chat?.conversationId ?? '');
        return;
      case 'end the chat':
        return window.endChat(chat?.conversationId ?? '');
      case 'take the case':
        await window.takeCase(number);
        return;
      case 'check the claim':
        played.validations.push(await window.checkClaim(number));
        return;
      case 'similar cases':
        played.similar.push(await window.findSimilarCases(number));
        return;
      case 'check the stock':
        await window.checkAvailability(number);
        return;
      case 'propose a credit note':
      case 'propose a replacement order':
      case 'propose a denial':
        shownBefore = proposal;
        proposal = await window.proposeAs(number, redress.service.newId(), wantedBy(step));
        shownBefore ??= proposal;
        return;
      case 'approve':
        await freshProposal();
        proposal = await window.approve(needed(proposal).id, needed(proposal));
        return;
      case 'approve what was shown before':
        proposal = await window.approve(needed(shownBefore).id, needed(shownBefore));
        return;
      case 'take back':
        proposal = await window.takeBack(needed(proposal).id);
        return;
      default:
        proposal = await window.reject(needed(proposal).id, step.reason ?? 'Not like this.');
    }
  }

  async function pressAndNote(step: Press): Promise<void> {
    const by = step.as === undefined ? person : await staffCalled(redress, step.as);
    const window = by.id === person.id ? own : repWindow(redress.service, by);
    const expected = step['is refused with'];
    const base = {
      kind: 'pressed' as const,
      turn,
      by: by.name,
      button: step.presses,
      ...(expected === undefined ? {} : { expectedRefusal: expected }),
    };
    try {
      await press(step, window);
      played.happenings.push(base);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      played.happenings.push({ ...base, refused: error.code });
    }
  }

  async function write(text: string): Promise<void> {
    try {
      await own.writeToCustomer(chat?.conversationId ?? '', { id: redress.service.newId(), text });
      played.happenings.push({ kind: 'said', by: 'rep', turn, text });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      played.happenings.push({
        kind: 'pressed',
        turn,
        by: person.name,
        button: 'write',
        refused: error.code,
      });
    }
  }

  for (const step of rep.does) {
    turn += 1;
    clock.advance(pauseMs);
    if ('asks' in step) await ask(step.asks);
    else if ('presses' in step) await pressAndNote(step);
    else if ('writes' in step) await write(step.writes);
    else if ('waits' in step) {
      clock.advance(milliseconds(step.waits));
      await redress.runOutbox();
    } else {
      await changeWorld(redress, [step['world changes']]);
      await worldChanged();
    }
  }
  return played;
}

function needed(proposal: ProposalView | undefined): ProposalView {
  if (!proposal) throw new Refusal('not-found', 'There is no proposal to act on.');
  return proposal;
}

const wantedBy = ({ presses, lines, reason }: Press) => ({
  kind:
    presses === 'propose a denial'
      ? ('denial' as const)
      : presses === 'propose a replacement order'
        ? ('replacement_order' as const)
        : ('credit_note' as const),
  ...(lines === undefined
    ? {}
    : { lines: Object.entries(lines).map(([line, quantity]) => ({ line: Number(line), quantity })) }),
  ...(reason === undefined ? {} : { reason }),
});

/** "CASE-1187", or "of INV-20418": the open case that disputes this invoice. */
async function caseMeant({ db }: Redress, written: string): Promise<string> {
  const invoice = /^of (\S+)$/.exec(written)?.[1];
  const rows = await db.read.select().from(db.t.cases);
  const open: readonly string[] = openStates;
  const found = rows.find((one) =>
    invoice === undefined
      ? one.number === written
      : one.invoiceNumber === invoice && open.includes(one.state),
  );
  if (!found)
    throw new FaultyScenario(
      invoice === undefined ? `The world has no case ${written}.` : `No case is open about ${invoice}.`,
    );
  return found.number;
}
