import type { Labels } from './texts.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const of = (subject?: string) => (subject ? ` ${subject}` : '');

type Trace = Readonly<Record<string, (subject?: string) => string>>;
const traces: Trace = {
  find_invoices: () => 'Searched your invoices',
  get_invoice: (s) => `Looked up invoice${of(s)}`,
  explain_charge: (s) => `Compared the lines of${of(s) || ' the invoice'}`,
  send_invoice_copy: (s) => `Prepared a copy of${of(s) || ' the invoice'}`,
  get_account_balance: () => 'Read the account balance',
  get_statement: () => 'Read the account statement',
  get_payment_status: (s) => `Checked payments${s ? ` for ${s}` : ''}`,
  get_payment_instructions: () => 'Read the payment details',
  search_billing_policies: () => 'Searched the billing policies',
  open_dispute: (s) => `Prepared a case${s ? ` for ${s}` : ''}`,
  list_cases: () => 'Read the cases',
  get_case: (s) => `Looked up${of(s) || ' the case'}`,
  add_case_note: (s) => `Prepared a note${s ? ` for ${s}` : ''}`,
  request_human: () => 'Asked the billing team',
  find_similar_cases: () => 'Searched resolved cases',
  validate_dispute: (s) => `Checked the claim against delivery records${s ? ` for ${s}` : ''}`,
  check_availability: () => 'Checked stock and promise dates',
  propose_credit_note: () => 'Prepared a credit note for you to check',
  propose_replacement_order: () => 'Prepared a replacement order for you to check',
  propose_denial: () => 'Prepared a closing as not supported for you to check',
  draft_reply: () => 'Drafted a reply',
};
const work: Trace = {
  find_invoices: () => 'Searching your invoices',
  get_invoice: (s) => `Looking up${of(s) || ' the invoice'}`,
  explain_charge: (s) => `Comparing the lines of${of(s) || ' the invoice'}`,
  get_payment_status: () => 'Checking payments',
  search_billing_policies: () => 'Searching the billing policies',
  find_similar_cases: () => 'Searching resolved cases',
  validate_dispute: () => 'Checking the claim against delivery records',
};
const units: Readonly<Record<string, readonly [string, string]>> = {
  XBX: ['box', 'boxes'],
  XCT: ['carton', 'cartons'],
  XCR: ['crate', 'crates'],
  XPX: ['pallet', 'pallets'],
  H87: ['piece', 'pieces'],
  KGM: ['kg', 'kg'],
  LTR: ['litre', 'litres'],
  MTR: ['metre', 'metres'],
  HUR: ['hour', 'hours'],
};
const reasons: Labels = {
  SHORT_DELIVERY: 'Short delivery',
  NOT_DELIVERED: 'Goods not delivered',
  OVER_DELIVERY: 'Over-delivery',
  LATE_DELIVERY: 'Late delivery',
  WRONG_ITEM: 'Wrong item',
  DAMAGED_GOODS: 'Damaged goods',
  QUALITY_BELOW_SPEC: 'Quality below specification',
  GOODS_RETURNED: 'Goods returned',
  PRICE_ERROR: 'Wrong price',
  DISCOUNT_ERROR: 'Discount missing or wrong',
  CALCULATION_ERROR: 'Calculation error',
  TAX_ERROR: 'Tax error',
  FREIGHT_OR_CHARGE_ERROR: 'Freight or charge not agreed',
  DUPLICATE_INVOICE: 'Duplicate invoice',
  WRONG_INVOICE: 'Wrong invoice',
  INVOICE_NOT_RECEIVED: 'Invoice not received',
  PO_MISMATCH: 'Purchase order does not match',
  CONTRACT_MISMATCH: 'Contract does not match',
  PAYMENT_TERMS: 'Payment terms',
  PAYMENT_NOT_APPLIED: 'Payment not applied',
  UNIT_OF_MEASURE: 'Wrong unit of measure',
  CUSTOMER_DETAILS: 'Customer details wrong',
  PROOF_OF_DELIVERY_REQUIRED: 'Proof of delivery required',
  OTHER: 'Other',
  UNKNOWN: 'Not clear yet',
};
const caseStates: Labels = {
  draft: 'Draft',
  new: 'New',
  work_in_progress: 'Being worked on',
  awaiting_info: 'Waiting for information',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
};
const resolutions: Labels = {
  credit_note_issued: 'Credit note',
  replacement_ordered: 'Replacement order',
  credit_and_replacement: 'Credit and replacement',
  invalid_dispute: 'Closed as not supported',
  written_off: 'Written off',
  settled: 'Settled',
  invoice_corrected: 'Invoice corrected',
  information_provided: 'Answered',
  duplicate_case: 'Duplicate of another case',
  withdrawn_by_customer: 'Withdrawn',
};
const roles: Labels = {
  agent: 'Rep',
  task_agent: 'Rep',
  ar_agent: 'Receivables rep',
  approver: 'Approver',
  manager: 'Manager',
  admin: 'Administrator',
  auditor: 'Auditor',
  qa: 'Quality',
};
const summaryTopics: Labels = {
  who: 'Who',
  claim: 'Claim',
  checked: 'Checked',
  promised: 'Promised',
  wants: 'Wants',
  mood: 'Tone',
  open_question: 'Open question',
  next_step: 'Next step',
};

const priorities: Labels = { 1: 'critical', 2: 'high', 3: 'moderate', 4: 'low' };
const moods: Labels = { calm: 'calm', worried: 'worried', frustrated: 'frustrated', angry: 'angry' };
const moodTrends: Labels = { better: 'calmer lately', worse: 'getting worse' };
const moodSigns: Labels = {
  legal_words: 'legal steps',
  shouting: 'capitals',
  asked_again: 'asked again',
  person_again: 'asked for a person again',
  deadline: 'in a hurry',
};

/** Names of what the records hold. */
export const enRecords = {
  reasons,
  caseStates,
  resolutions,
  summaryTopics,
  priorities,
  moods,
  moodTrends,
  moodSigns,
  roles,
  quantity: (amount: string, code: string) => {
    const names = units[code];
    return names ? `${amount} ${amount === '1' ? names[0] : names[1]}` : amount;
  },
  due: (day: string) => `Due ${day}`,
  issued: (day: string) => `Issued ${day}`,
  dueIn: (days: number) => (days === 0 ? 'Due today' : `Due in ${count(days, 'day', 'days')}`),
  late: (days: number) => `${count(days, 'day', 'days')} late`,
  paid: 'Paid',
  partlyPaid: 'Partly paid',
  credited: 'Credited',
  disputed: 'Disputed',
  tax: (rate: string) => `VAT ${rate} %`,
  allTax: 'VAT',
  net: 'Net',
  total: 'Total',
  open: 'Still to pay',
  order: 'Purchase order',
  lines: 'Invoice lines',
  line: (n: number) => `Line ${n}`,
  product: 'Product',
  times: (quantity: string, price: string) => `${quantity} × ${price}`,
  amount: 'Amount',
  moreLines: (n: number) => `See all ${n} lines`,
  fewerLines: 'Show fewer lines',
  payments: 'Payments',
  creditNotes: 'Credit notes',
  cases: 'Cases on this invoice',
  none: 'none',
  replyBy: (time: string) => `We reply by ${time}`,
  today: (time: string) => `${time} today`,
  onDay: (time: string, day: string) => `${time} on ${day}`,
};

export const enTrace = (tool: string, subject?: string) => traces[tool]?.(subject) ?? 'Checked the records';
export const enWorking = (tool: string, subject?: string) => work[tool]?.(subject) ?? 'Checking the records';
