import {
  type Answer,
  abandoned,
  beginTurn,
  giveTurnBack,
  historyBefore,
  pinLanguage,
  postAnswer,
  postFailure,
  stopTurn,
} from '#actions/conversations/answer-turn.ts';
import type { TurnContext } from '#actions/conversations/confirm-write.ts';
import { participantsOf } from '#actions/conversations/participants.ts';
import { requestPerson } from '#actions/conversations/request-person.ts';
import { type Service, today } from '#actions/service.ts';
import { type CustomerDesk, customerDesk, type VisitorDesk, visitorDesk } from './customer-desk.ts';
import { type RepDesk, repDesk } from './rep-desk.ts';

/** Whose desk a turn is answered from, and who it speaks to. */
export type DeskOfTurn =
  | { readonly side: 'customer'; readonly desk: CustomerDesk; readonly who: string }
  | { readonly side: 'visitor'; readonly desk: VisitorDesk; readonly who: string }
  | { readonly side: 'rep'; readonly desk: RepDesk; readonly who: string };

/** What the assistant's runner can do in a conversation: take a turn, read what came before, answer, or give up openly. */
export const turnDesk = (service: Service) => ({
  seller: service.policy.seller.name,
  today: () => today(service),
  begin: (conversationId: string, answers: number, runner: string, leaseMs: number) =>
    beginTurn(service, conversationId, answers, runner, leaseMs),
  history: (conversation: Parameters<typeof historyBefore>[1]) => historyBefore(service, conversation),
  pinLanguage: (conversationId: string, language: string) => pinLanguage(service, conversationId, language),
  post: (conversationId: string, answers: number, answer: Answer) =>
    postAnswer(service, conversationId, answers, answer),
  stop: (conversationId: string, answers: number) => stopTurn(service, conversationId, answers),
  giveBack: (conversationId: string, answers: number) => giveTurnBack(service, conversationId, answers),
  fail: (conversationId: string, answers: number, text: string) =>
    postFailure(service, conversationId, answers, text),
  requestPerson: (conversationId: string) => requestPerson(service, conversationId, 'tool_failures'),
  abandoned: () => abandoned(service),
  /** The desk of the person this conversation belongs to; messages and tool arguments have no say in it. */
  deskFor: async (
    conversationId: string,
    turn: TurnContext,
    model: string,
  ): Promise<DeskOfTurn & { openCase?: string }> => {
    const { conversation, person, account, caseNumber } = await participantsOf(service, conversationId);
    const open = caseNumber === undefined ? {} : { openCase: caseNumber };
    if (conversation.side === 'rep' && person) {
      const actor = `dispute-assist/${model} for ${person.id}`;
      const desk = repDesk(service, person, { actor, ...(caseNumber === undefined ? {} : { caseNumber }) });
      return { side: 'rep', desk, who: person.name, ...open };
    }
    if (person?.accountId !== undefined) {
      const desk = customerDesk(service, { ...person, accountId: person.accountId }, turn);
      return {
        side: 'customer',
        desk,
        who: `${person.name} of ${account?.name ?? 'a customer'}, signed in.`,
        ...open,
      };
    }
    return {
      side: 'visitor',
      desk: visitorDesk(service, turn),
      who: 'A visitor who is not signed in. You see no account data; tell them to sign in for questions on invoices.',
    };
  },
});
export type TurnDesk = ReturnType<typeof turnDesk>;
