import type { enRecords } from './en-records.ts';
import type { Labels } from './texts.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const of = (subject?: string) => (subject ? ` ${subject}` : '');

type Trace = Readonly<Record<string, (subject?: string) => string>>;
const traces: Trace = {
  find_invoices: () => 'Ihre Rechnungen durchsucht',
  get_invoice: (s) => `Rechnung${of(s)} nachgesehen`,
  explain_charge: (s) => `Positionen von${of(s) || ' der Rechnung'} verglichen`,
  send_invoice_copy: (s) => `Kopie von${of(s) || ' der Rechnung'} vorbereitet`,
  get_account_balance: () => 'Kontostand gelesen',
  get_statement: () => 'Kontoauszug gelesen',
  get_payment_status: (s) => `Zahlungen${s ? ` zu ${s}` : ''} geprüft`,
  get_payment_instructions: () => 'Zahlungsangaben gelesen',
  search_billing_policies: () => 'Abrechnungsregeln durchsucht',
  open_dispute: (s) => `Fall${s ? ` zu ${s}` : ''} vorbereitet`,
  list_cases: () => 'Fälle gelesen',
  get_case: (s) => `${s ?? 'Fall'} nachgesehen`,
  add_case_note: (s) => `Notiz${s ? ` zu ${s}` : ''} vorbereitet`,
  request_human: () => 'Das Rechnungsteam gefragt',
  find_similar_cases: () => 'Gelöste Fälle durchsucht',
  validate_dispute: (s) => `Angaben mit den Lieferbelegen verglichen${s ? ` (${s})` : ''}`,
  check_availability: () => 'Bestand und Liefertermine geprüft',
  propose_credit_note: () => 'Gutschrift zur Prüfung vorbereitet',
  propose_replacement_order: () => 'Nachlieferung zur Prüfung vorbereitet',
  propose_denial: () => 'Ablehnung zur Prüfung vorbereitet',
  draft_reply: () => 'Antwort entworfen',
};
const work: Trace = {
  find_invoices: () => 'Ihre Rechnungen werden durchsucht',
  get_invoice: (s) => `${s ?? 'Die Rechnung'} wird nachgesehen`,
  explain_charge: (s) => `Positionen von${of(s) || ' der Rechnung'} werden verglichen`,
  get_payment_status: () => 'Zahlungen werden geprüft',
  search_billing_policies: () => 'Abrechnungsregeln werden durchsucht',
  find_similar_cases: () => 'Gelöste Fälle werden durchsucht',
  validate_dispute: () => 'Angaben werden mit den Lieferbelegen verglichen',
};
const units: Readonly<Record<string, readonly [string, string]>> = {
  XBX: ['Kiste', 'Kisten'],
  XCT: ['Karton', 'Kartons'],
  XCR: ['Kasten', 'Kästen'],
  XPX: ['Palette', 'Paletten'],
  H87: ['Stück', 'Stück'],
  KGM: ['kg', 'kg'],
  LTR: ['Liter', 'Liter'],
  MTR: ['Meter', 'Meter'],
  HUR: ['Stunde', 'Stunden'],
};
const reasons: Labels = {
  SHORT_DELIVERY: 'Fehlmenge',
  NOT_DELIVERED: 'Ware nicht geliefert',
  OVER_DELIVERY: 'Mehrlieferung',
  LATE_DELIVERY: 'Verspätete Lieferung',
  WRONG_ITEM: 'Falscher Artikel',
  DAMAGED_GOODS: 'Beschädigte Ware',
  QUALITY_BELOW_SPEC: 'Qualität unter Spezifikation',
  GOODS_RETURNED: 'Zurückgesandte Ware',
  PRICE_ERROR: 'Falscher Preis',
  DISCOUNT_ERROR: 'Rabatt fehlt oder falsch',
  CALCULATION_ERROR: 'Rechenfehler',
  TAX_ERROR: 'Steuerfehler',
  FREIGHT_OR_CHARGE_ERROR: 'Fracht oder Zuschlag nicht vereinbart',
  DUPLICATE_INVOICE: 'Doppelte Rechnung',
  WRONG_INVOICE: 'Falsche Rechnung',
  INVOICE_NOT_RECEIVED: 'Rechnung nicht erhalten',
  PO_MISMATCH: 'Bestellung stimmt nicht überein',
  CONTRACT_MISMATCH: 'Vertrag stimmt nicht überein',
  PAYMENT_TERMS: 'Zahlungsbedingungen',
  PAYMENT_NOT_APPLIED: 'Zahlung nicht zugeordnet',
  UNIT_OF_MEASURE: 'Falsche Mengeneinheit',
  CUSTOMER_DETAILS: 'Kundendaten falsch',
  PROOF_OF_DELIVERY_REQUIRED: 'Liefernachweis verlangt',
  OTHER: 'Sonstiges',
  UNKNOWN: 'Noch unklar',
};
const caseStates: Labels = {
  draft: 'Entwurf',
  new: 'Neu',
  work_in_progress: 'In Bearbeitung',
  awaiting_info: 'Wartet auf Angaben',
  resolved: 'Gelöst',
  closed: 'Geschlossen',
  cancelled: 'Storniert',
};
const resolutions: Labels = {
  credit_note_issued: 'Gutschrift',
  replacement_ordered: 'Nachlieferung',
  credit_and_replacement: 'Gutschrift und Nachlieferung',
  invalid_dispute: 'Als nicht belegt geschlossen',
  written_off: 'Ausgebucht',
  settled: 'Verglichen',
  invoice_corrected: 'Rechnung berichtigt',
  information_provided: 'Beantwortet',
  duplicate_case: 'Doppelt zu einem anderen Fall',
  withdrawn_by_customer: 'Zurückgezogen',
};
const roles: Labels = {
  agent: 'Service',
  task_agent: 'Service',
  ar_agent: 'Forderungen',
  approver: 'Freigabe',
  manager: 'Leitung',
  admin: 'Verwaltung',
  auditor: 'Revision',
  qa: 'Qualität',
};
const summaryTopics: Labels = {
  who: 'Wer',
  claim: 'Anliegen',
  checked: 'Geprüft',
  promised: 'Zugesagt',
  wants: 'Möchte',
  mood: 'Ton',
  open_question: 'Offene Frage',
  next_step: 'Nächster Schritt',
};

const priorities: Labels = { 1: 'kritisch', 2: 'hoch', 3: 'mittel', 4: 'niedrig' };
const moods: Labels = { calm: 'ruhig', worried: 'besorgt', frustrated: 'verärgert', angry: 'wütend' };
const moodTrends: Labels = { better: 'zuletzt ruhiger', worse: 'wird schlechter' };
const moodSigns: Labels = {
  legal_words: 'rechtliche Schritte',
  shouting: 'Großbuchstaben',
  asked_again: 'noch einmal gefragt',
  person_again: 'noch einmal nach einem Menschen gefragt',
  deadline: 'eilig',
};

/** Names of what the records hold. */
export const deRecords: typeof enRecords = {
  reasons,
  caseStates,
  resolutions,
  summaryTopics,
  priorities,
  moods,
  moodTrends,
  moodSigns,
  roles,
  quantity: (amount, code) => {
    const names = units[code];
    return names ? `${amount} ${amount === '1' ? names[0] : names[1]}` : amount;
  },
  due: (day) => `Fällig ${day}`,
  issued: (day) => `Ausgestellt ${day}`,
  dueIn: (days) => (days === 0 ? 'Heute fällig' : `Fällig in ${count(days, 'Tag', 'Tagen')}`),
  late: (days) => `${count(days, 'Tag', 'Tage')} überfällig`,
  paid: 'Bezahlt',
  partlyPaid: 'Teilweise bezahlt',
  credited: 'Gutgeschrieben',
  disputed: 'In Klärung',
  tax: (rate) => `USt. ${rate} %`,
  allTax: 'USt.',
  net: 'Netto',
  total: 'Summe',
  open: 'Noch offen',
  order: 'Bestellung',
  lines: 'Rechnungspositionen',
  line: (n) => `Position ${n}`,
  product: 'Artikel',
  times: (quantity, price) => `${quantity} × ${price}`,
  amount: 'Betrag',
  moreLines: (n) => `Alle ${n} Positionen ansehen`,
  fewerLines: 'Weniger Positionen zeigen',
  payments: 'Zahlungen',
  creditNotes: 'Gutschriften',
  cases: 'Fälle zu dieser Rechnung',
  none: 'keine',
  replyBy: (time) => `Wir antworten bis ${time}`,
  today: (time) => `heute ${time}`,
  onDay: (time, day) => `${time} am ${day}`,
};

export const deTrace = (tool: string, subject?: string) => traces[tool]?.(subject) ?? 'Unterlagen geprüft';
export const deWorking = (tool: string, subject?: string) =>
  work[tool]?.(subject) ?? 'Unterlagen werden geprüft';
