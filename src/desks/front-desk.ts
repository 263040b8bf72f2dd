import { openDocument } from '#actions/documents/open-document.ts';
import { readiness } from '#actions/readiness.ts';
import type { Service } from '#actions/service.ts';
import type { Person } from '#domain/person.ts';
import type { Customer } from './customer-desk.ts';
import { chatWindow, customerWindow } from './customer-window.ts';
import { demoDesk } from './demo-desk.ts';
import { repWindow } from './rep-window.ts';
import { signInDesk } from './sign-in-desk.ts';

/** Where everybody who comes in is sent on: to their own window, by who they are. */
export const frontDesk = (service: Service) => ({
  now: service.now,
  newId: service.newId,
  signIn: signInDesk(service),
  demo: demoDesk(service),
  customer: (customer: Customer) => customerWindow(service, customer),
  /** The chat of a signed-in customer. */
  customerChat: ({ id, accountId, name, language }: Customer) =>
    chatWindow(service, { personId: id, accountId }, { name, language }),
  /** The chat of somebody who has not signed in. */
  visitorChat: (visitorId: string, language: string) =>
    chatWindow(service, { visitorId }, { name: 'Visitor', language }),
  rep: (person: Person) => repWindow(service, person),
  searchPolicies: (question: string) => service.knowledge.policies(question, 3),
  readiness: () => readiness(service),
  openDocument: (token: string) => openDocument(service, token),
});
export type FrontDesk = ReturnType<typeof frontDesk>;
