import type { InvoiceSummary } from '#domain/views/invoice-view.ts';
import { createApi } from '#ui/api.ts';
import { languageFor } from '#ui/language.ts';
import type { DemoPerson } from '#ui/wire.ts';
import { showInvoices } from './portal-invoices.tsx';
import './pages.css';

// A buyer's own portal as it would embed the chat: it knows who is signed in and hands over a token, nothing else.

const chosenPerson = 'demo:person';
const language = languageFor(document.documentElement.lang);
const { texts } = language;
const open = createApi({ base: '', headers: async () => ({}) });
const element = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};
const tokenOf = async (email: string) =>
  (await open.get<{ token: string }>(`/api/demo/token?email=${encodeURIComponent(email)}`)).token;

interface Chat {
  open(options: { invoice: string } | { text: string }): unknown;
  identify(source: () => Promise<string>): unknown;
}
const isChat = (value: unknown): value is Chat =>
  typeof value === 'object' && value !== null && 'open' in value && 'identify' in value;

async function chat(): Promise<Chat> {
  await customElements.whenDefined('redress-chat');
  for (;;) {
    const found: unknown = document.querySelector('redress-chat');
    if (isChat(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function signIn(person: DemoPerson) {
  element('company').textContent = person.account ?? '';
  document.title = `${person.account ?? person.name} · supplier portal`;
  void (await chat()).identify(() => tokenOf(person.email));
  const token = await tokenOf(person.email);
  const mine = createApi({ base: '', headers: async () => ({ authorization: `Bearer ${token}` }) });
  const { invoices } = await mine.get<{ invoices: InvoiceSummary[] }>('/api/invoices');
  showInvoices(element('invoices'), language, {
    invoices: invoices.slice(0, 10),
    onChoose: async (invoice) => (await chat()).open({ invoice }),
  });
}

async function start() {
  const { people } = await open.get<{ people: DemoPerson[] }>('/api/demo/people');
  const customers = people.filter(({ role }) => role === 'customer');
  const select = element('person');
  if (!(select instanceof HTMLSelectElement)) return;
  select.append(
    ...customers.map(({ name, account, email }) => new Option(account ? `${name}, ${account}` : name, email)),
  );
  // The page is drawn for one company; a reload keeps whoever was chosen.
  const company = element('company').textContent;
  const first =
    sessionStorage.getItem(chosenPerson) ?? customers.find(({ account }) => account === company)?.email;
  if (first !== undefined) select.value = first;
  const signInChosen = () => {
    const person = customers.find(({ email }) => email === select.value);
    if (!person) return;
    sessionStorage.setItem(chosenPerson, person.email);
    signIn(person).catch(complain);
  };
  select.addEventListener('change', signInChosen);
  signInChosen();
}

function complain() {
  element('problem').hidden = false;
  element('problem').textContent = texts.pages.noPeople;
}

/** A link in a mail names a case: the chat opens with the question about it, which is the customer's to send. */
async function openCaseOfLink() {
  const caseNumber = new URLSearchParams(location.search).get('case');
  if (caseNumber !== null) (await chat()).open({ text: texts.widget.askCase(caseNumber.slice(0, 40)) });
}

start().then(openCaseOfLink, complain);
