import { demoCustomer, demoPeople } from '#actions/identity/demo-people.ts';
import { signInByName } from '#actions/identity/sign-in.ts';
import { newestMails } from '#actions/outbox/newest-mails.ts';
import type { Service } from '#actions/service.ts';

/** What only the demo offers: everybody's name, signing in as them, and every mail that went out. */
export const demoDesk = (service: Service) => ({
  people: () => demoPeople(service),
  customer: (email: string) => demoCustomer(service, email),
  signInAs: (email: string) => signInByName(service, email),
  mailbox: () => newestMails(service),
});
export type DemoDesk = ReturnType<typeof demoDesk>;
