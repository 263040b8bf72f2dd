import { repCaseView } from '#actions/cases/case-views.ts';
import { caseOf } from '#actions/cases/own-case.ts';
import { addWorkNote, queueCounts, takeCase } from '#actions/cases/rep-cases.ts';
import { declineHandover } from '#actions/conversations/decline-handover.ts';
import { editSummary } from '#actions/conversations/edit-summary.ts';
import { acceptHandover, endChat } from '#actions/conversations/hand-over.ts';
import { postMessage } from '#actions/conversations/post-message.ts';
import { setPresence } from '#actions/conversations/presence.ts';
import {
  customerChat,
  noteInChat,
  repConversation,
  waitingOffers,
  writeToCustomer,
} from '#actions/conversations/rep-chats.ts';
import { assistChat, ownConversation } from '#actions/conversations/start-conversation.ts';
import { invoiceOfCase } from '#actions/invoices/invoice-of-case.ts';
import { type Approval, approve } from '#actions/resolutions/approve.ts';
import { propose } from '#actions/resolutions/propose.ts';
import { readProposal, waitingForApproval } from '#actions/resolutions/read-proposals.ts';
import { reject, takeBack } from '#actions/resolutions/take-back.ts';
import type { Wanted } from '#actions/resolutions/work-out.ts';
import type { Service } from '#actions/service.ts';
import type { Person } from '#domain/person.ts';
import type { PresenceState } from '#domain/presence.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import { repDesk } from './rep-desk.ts';
import { assertMay, rights } from './rights.ts';

/** What a member of staff can do with their own hands: everything dispute assist can, and what only people may. */
export const repWindow = (service: Service, rep: Person) => {
  const may = (right: Parameters<typeof assertMay>[1]) => assertMay(rep.role, right);
  return {
    rep,
    ...repDesk(service, rep, { actor: rep.id }),
    queue: async () => {
      may('read cases');
      const desk = repDesk(service, rep, { actor: rep.id });
      return {
        offers: rep.role === 'qa' ? [] : await waitingOffers(service, rep),
        mine: await desk.listCases('mine'),
        waiting: await desk.listCases('waiting'),
        counts: await queueCounts(service, rep),
      };
    },
    setPresence: async (state: PresenceState) => {
      may('talk to customers');
      return setPresence(service, rep.id, state);
    },
    takeCase: async (number: string) => {
      may('work on cases');
      await takeCase(service, await caseOf(service, number), rep);
      return repCaseView(service, await caseOf(service, number));
    },
    addWorkNote: async (number: string, note: { id: string; text: string }) => {
      may('work on cases');
      await addWorkNote(service, await caseOf(service, number), rep, note);
      return repCaseView(service, await caseOf(service, number));
    },
    editSummary: async (number: string, summary: ConversationSummary) => {
      may('work on cases');
      await editSummary(service, await caseOf(service, number), summary, rep);
      return repCaseView(service, await caseOf(service, number));
    },
    acceptHandover: async (conversationId: string) => {
      may('talk to customers');
      await customerChat(service, conversationId);
      return acceptHandover(service, conversationId, rep);
    },
    declineHandover: async (conversationId: string) => {
      may('talk to customers');
      return declineHandover(service, await customerChat(service, conversationId), rep);
    },
    readConversation: async (conversationId: string) => {
      may('read cases');
      return repConversation(service, conversationId, rep);
    },
    writeToCustomer: async (conversationId: string, message: { id: string; text: string }) => {
      may('talk to customers');
      return writeToCustomer(service, await customerChat(service, conversationId), rep, message);
    },
    noteInChat: async (conversationId: string, note: { id: string; text: string }) => {
      may('work on cases');
      return noteInChat(service, await customerChat(service, conversationId), rep, note);
    },
    endChat: async (conversationId: string) => {
      may('talk to customers');
      return endChat(service, await customerChat(service, conversationId), rep);
    },
    proposeAs: async (number: string, id: string, wanted: Wanted) => {
      may('propose');
      return propose(service, await caseOf(service, number), wanted, { person: rep, actor: rep.id, id });
    },
    readProposal: async (id: string) => {
      may('read cases');
      return readProposal(service, id);
    },
    waitingForApproval: async () => {
      may('read cases');
      return rights[rep.role].includes('approve') ? waitingForApproval(service) : [];
    },
    approve: async (proposalId: string, approval: Approval) => {
      may('approve');
      return approve(service, proposalId, approval, rep);
    },
    takeBack: async (proposalId: string) => {
      may('approve');
      return takeBack(service, proposalId, rep);
    },
    reject: async (proposalId: string, note: string) => {
      may('approve');
      return reject(service, proposalId, note, rep);
    },
    caseInvoice: async (number: string) => {
      may('read cases');
      return invoiceOfCase(service, await caseOf(service, number));
    },
    startAssist: async (caseNumber?: string) => {
      may('read cases');
      const record = caseNumber === undefined ? undefined : await caseOf(service, caseNumber);
      return assistChat(service, rep, service.newId(), record);
    },
    askAssist: async (id: string, message: { id: string; text: string }) => {
      const conversation = await ownConversation(service, { personId: rep.id }, id, 'rep');
      return postMessage(service, conversation, { ...message, author: 'rep', authorName: rep.name });
    },
  };
};
export type RepWindow = ReturnType<typeof repWindow>;
