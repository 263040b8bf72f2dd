import { chatWindow, customerWindow } from '#desks/customer-window.ts';
import { nextMove, type Standing, typed } from '#evals/customer/scripted-customer.ts';
import type { Redress } from '#main';
import { askedConfirmation } from '#storage/conversations/confirmations.ts';
import type { Clock } from './clock.ts';
import type { Happening } from './evidence.ts';
import { customerCalled } from './people.ts';
import type { CustomerPart } from './scenario.ts';
import { whatAnswered } from './transcript.ts';

export type Played = {
  readonly conversationId: string;
  readonly happenings: Happening[];
  readonly unfinished?: string;
};

/** Time between two messages: people read before they answer. */
const pauseMs = 20_000;

/** Plays the customer against the service as the widget would: posts a message, waits for the answer, goes on. */
export async function playCustomer(
  redress: Redress,
  clock: Clock,
  customer: CustomerPart,
  { turns, random }: { turns: number; random: () => number },
): Promise<Played> {
  const { service, db } = redress;
  const person =
    customer['signed in as'] === 'nobody'
      ? undefined
      : await customerCalled(redress, customer['signed in as']);
  const chat = chatWindow(
    service,
    person ? { personId: person.id, accountId: person.accountId } : { visitorId: service.newId() },
    { name: person?.name ?? 'Visitor', language: person?.language ?? 'en' },
  );
  const page = customer['looks at'];
  const { id } = await chat.start({
    id: service.newId(),
    ...(page === undefined ? {} : { invoiceNumber: page }),
  });
  const happenings: Happening[] = [];
  let turn = 0;

  async function say(text: string, answers?: string): Promise<string> {
    turn += 1;
    clock.advance(pauseMs);
    const { conversation } = await chat.read(id);
    if (conversation.state !== 'bot') happenings.push({ kind: 'state', state: conversation.state, turn });
    happenings.push({
      kind: 'said',
      by: 'customer',
      turn,
      text,
      ...(answers === undefined ? {} : { answers }),
    });
    const { entry } = await chat.post(id, { id: service.newId(), text: typed(text, customer.typos, random) });
    await redress.assistant.answer(id, entry.seq);
    const answered = await whatAnswered(redress, id, entry.seq, turn, 'customer');
    happenings.push(...answered);
    return answered
      .flatMap((one) => (one.kind === 'answered' || one.kind === 'failed' ? [one.text] : []))
      .join('\n');
  }

  async function press(button: 'yes' | 'no' | 'talk to a person'): Promise<void> {
    turn += 1;
    clock.advance(pauseMs);
    if (button === 'talk to a person') {
      happenings.push({ kind: 'pressed', turn, by: 'customer', button });
      await chat.askForPerson(id);
      return;
    }
    const asked = await askedConfirmation(db, id);
    if (!asked || !person) {
      happenings.push({ kind: 'pressed', turn, by: 'customer', button, refused: 'nothing-to-confirm' });
      return;
    }
    happenings.push({
      kind: 'pressed',
      turn,
      by: 'customer',
      button: button === 'yes' ? `confirm ${asked.tool}` : 'no',
    });
    await customerWindow(service, person).answerConfirmation(id, asked.id, button === 'yes');
  }

  let answer = await say(customer['opens with']);
  let saidLines = 0;
  let unknownInARow = 0;
  let repliedTo: string | undefined;
  const given = new Map<string, number>();
  for (;;) {
    const { conversation } = await chat.read(id);
    const asked = await askedConfirmation(db, id);
    const standing: Standing = {
      answer,
      ...(asked ? { asked: asked.view, isReplied: asked.id === repliedTo } : {}),
      state: conversation.state,
      caseNamed: conversation.caseId !== undefined && (/\bCASE-\d+/.test(answer) || answer === ''),
      saidLines,
      given,
      unknownInARow,
    };
    const move = nextMove(customer, standing);
    if (move.does === 'leave') {
      return {
        conversationId: id,
        happenings,
        ...(move.unfinished === undefined ? {} : { unfinished: move.unfinished }),
      };
    }
    if (turn >= turns)
      return { conversationId: id, happenings, unfinished: `After ${turns} turns the end had not come.` };
    if (move.isLine) saidLines += 1;
    repliedTo = asked?.id;
    if (move.does === 'press') {
      await press(move.button);
      answer = '';
    } else {
      if (move.given !== undefined) given.set(move.given, (given.get(move.given) ?? 0) + 1);
      unknownInARow = move.isUnknown ? unknownInARow + 1 : 0;
      answer = await say(move.text, move.answers);
    }
  }
}
