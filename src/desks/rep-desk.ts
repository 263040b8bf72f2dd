import { checkAvailability } from '#actions/cases/check-availability.ts';
import { checkClaimOfCase } from '#actions/cases/check-claim.ts';
import { draftReply } from '#actions/cases/draft-reply.ts';
import { findSimilarCases } from '#actions/cases/find-similar-cases.ts';
import { caseOf } from '#actions/cases/own-case.ts';
import { casesInQueue, type QueueView, readRepCase } from '#actions/cases/rep-cases.ts';
import { explainInvoice } from '#actions/invoices/explain-invoice.ts';
import { explainLine } from '#actions/invoices/explain-line.ts';
import { invoiceView } from '#actions/invoices/invoice-views.ts';
import { anyInvoice } from '#actions/invoices/own-invoice.ts';
import { propose } from '#actions/resolutions/propose.ts';
import type { Wanted } from '#actions/resolutions/work-out.ts';
import type { Service } from '#actions/service.ts';
import type { Person } from '#domain/person.ts';
import { Refusal } from '#domain/refusal.ts';
import { assertMay } from './rights.ts';

/** The proposal an agent or a button asks for; without a number it is about the open record. */
export type ProposalRequest = Wanted & { readonly caseNumber?: string };

/**
 * What dispute assist can do for one member of staff, with the record they have open: look and propose. Approving, closing and
 * writing to customers are not here; they are behind the person's own buttons (rep-window.ts).
 */
export const repDesk = (
  service: Service,
  rep: Person,
  open: { readonly caseNumber?: string; readonly actor: string },
) => {
  const recordOf = async (number?: string) => {
    assertMay(rep.role, 'read cases');
    const wanted = number ?? open.caseNumber;
    if (wanted === undefined)
      throw new Refusal('invalid', 'Which case is it? Give its number, or open it.', { field: 'caseNumber' });
    return caseOf(service, wanted);
  };
  return {
    listCases: async (view: QueueView) => {
      assertMay(rep.role, 'read cases');
      return casesInQueue(service, rep, view);
    },
    readCase: async (number?: string) => readRepCase(service, (await recordOf(number)).number),
    readInvoice: async (number: string) => {
      assertMay(rep.role, 'read cases');
      return invoiceView(service, await anyInvoice(service, number));
    },
    explainCharge: async (number: string, line?: number) => {
      assertMay(rep.role, 'read cases');
      const invoice = await anyInvoice(service, number);
      return line === undefined ? explainInvoice(service, invoice) : explainLine(service, invoice, line);
    },
    findSimilarCases: async (number?: string) => findSimilarCases(service, await recordOf(number)),
    checkClaim: async (number?: string) => checkClaimOfCase(service, await recordOf(number), rep),
    checkAvailability: async (number?: string) => checkAvailability(service, await recordOf(number)),
    draftReply: async (number?: string) => draftReply(service, await recordOf(number), rep),
    searchPolicies: (question: string) => service.knowledge.policies(question, 3),
    propose: async ({ caseNumber, ...wanted }: ProposalRequest) => {
      assertMay(rep.role, 'propose');
      return propose(service, await recordOf(caseNumber), wanted, {
        person: rep,
        actor: open.actor,
        id: service.newId(),
      });
    },
  };
};
export type RepDesk = ReturnType<typeof repDesk>;
