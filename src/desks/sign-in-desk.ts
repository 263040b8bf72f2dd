import { type CustomerClaims, customerOfClaims } from '#actions/identity/customer-of-claims.ts';
import { personOfSession, requestSignInLink, signInByLink, signOut } from '#actions/identity/sign-in.ts';
import type { Service } from '#actions/service.ts';

/** The door: how staff get a session, and whom a customer's checked token means. */
export const signInDesk = (service: Service) => ({
  requestLink: (email: string) => requestSignInLink(service, email),
  signInByLink: (token: string) => signInByLink(service, token),
  personOfSession: (token: string) => personOfSession(service, token),
  signOut: (token: string) => signOut(service, token),
  customerOf: (claims: CustomerClaims) => customerOfClaims(service, claims),
});
export type SignInDesk = ReturnType<typeof signInDesk>;
