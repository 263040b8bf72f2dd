import { z } from 'zod';
import { disputeReasonCodes } from './dispute-reason.ts';
import { minorFromDecimal } from './money.ts';
import type { BusinessCalendar } from './service-level.ts';

const day = z.iso.date();
const currency = z.string().regex(/^[A-Z]{3}$/, 'is not a currency code such as GBP');
const name = z.string().trim().min(1);
const queueName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a queue name such as logistics');

/** Sums per currency as people write them (500 or "500.00"); minor units once read. */
const sums = z.record(currency, z.union([z.string(), z.number()])).transform((amounts, context) =>
  Object.fromEntries(
    Object.entries(amounts).map(([code, amount]) => {
      try {
        const minor = minorFromDecimal(String(amount), code);
        if (minor >= 0) return [code, minor];
      } catch {}
      context.addIssue({ code: 'custom', path: [code], message: `is not an amount in ${code}: ${amount}` });
      return [code, 0];
    }),
  ),
);

/** "4h", "30m" or "45h 30m" of the calendar's time; minutes once read. */
const duration = z
  .string()
  .regex(/^(?=.)(\d+h)? ?(\d+m)?$/, 'is not a time such as 4h, 30m or 1h 30m')
  .transform((text) => Number(/(\d+)h/.exec(text)?.[1] ?? 0) * 60 + Number(/(\d+)m/.exec(text)?.[1] ?? 0));

const block = z
  .string()
  .regex(/^\d\d:\d\d-\d\d:\d\d$/, 'is not a block of hours such as 08:00-12:00')
  .transform((text, context) => {
    const [from = 0, to = 0] = text
      .split('-')
      .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    if (from >= to || to > 1440)
      context.addIssue({ code: 'custom', message: `does not end after it begins: ${text}` });
    return { from, to };
  });

const blocks = z
  .array(block)
  .refine(
    (all) => all.every((one, at) => at === 0 || one.from >= (all[at - 1]?.to ?? 0)),
    'overlap or are not in order',
  )
  .default([]);

const calendar = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'is not a time zone such as Europe/London'),
    hours: z.strictObject({
      sun: blocks,
      mon: blocks,
      tue: blocks,
      wed: blocks,
      thu: blocks,
      fri: blocks,
      sat: blocks,
    }),
    holidays: z.array(z.strictObject({ date: day, name })),
  })
  .refine(({ hours }) => Object.values(hours).some((all) => all.length > 0), 'has no working hours at all')
  .transform(
    ({ timeZone, hours, holidays }): BusinessCalendar => ({
      timeZone,
      blocks: [hours.sun, hours.mon, hours.tue, hours.wed, hours.thu, hours.fri, hours.sat],
      holidays: holidays.map((holiday) => holiday.date),
    }),
  );

/** Targets in minutes; `always` counts day and night, `business` the calendar's hours. */
const ServiceLevel = z.strictObject({
  firstResponse: duration,
  resolution: duration,
  hours: z.enum(['always', 'business']),
});

const RoutingRule = z.strictObject({
  name,
  queue: queueName,
  when: z.strictObject({
    caseTypes: z.array(z.enum(['inquiry', 'dispute', 'service_request'])).optional(),
    reasonCodes: z.array(z.enum(disputeReasonCodes)).optional(),
    amountOver: sums.optional(),
    keyAccount: z.boolean().optional(),
    languages: z.array(z.string().regex(/^[a-z]{2}$/)).optional(),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  }),
});

const ClaimWindow = z.strictObject({
  days: z.int().positive(),
  from: z.enum(['delivery', 'invoice']),
  clause: name,
});

/** The seller's business rules: who may approve what, where cases go, how fast, until when one may claim. */
export const Policy = z
  .strictObject({
    version: name,
    validFrom: day,
    seller: z.strictObject({
      name,
      street: name,
      city: name,
      postalCode: name,
      countryCode: z.string().regex(/^[A-Z]{2}$/),
      vatNumber: name,
      email: z.email(),
      phone: name.optional(),
      bank: z.strictObject({
        name,
        iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/),
        bic: z.string().regex(/^[A-Z0-9]{8,11}$/),
      }),
      paymentMethods: z.array(name).min(1),
    }),
    /** The language the team reads summaries in, ISO 639-1. */
    teamLanguage: z
      .string()
      .regex(/^[a-z]{2}$/, 'is not a language such as en')
      .default('en'),
    /** Up to which sum, tax included, each role may approve. */
    limits: z.partialRecord(
      z.enum(['agent', 'task_agent', 'ar_agent', 'approver', 'manager', 'admin']),
      sums,
    ),
    /** Up to which sum a validated claim is credited without a person; empty means never. */
    automaticCredit: sums,
    queues: z.array(z.strictObject({ id: queueName, name })).min(1),
    defaultQueue: queueName,
    routing: z.array(RoutingRule),
    priority: z.strictObject({ urgentFrom: sums, highFrom: sums }),
    serviceLevels: z.strictObject({ 1: ServiceLevel, 2: ServiceLevel, 3: ServiceLevel, 4: ServiceLevel }),
    calendar,
    claimWindows: z.partialRecord(z.enum(disputeReasonCodes), ClaimWindow),
    /** Days after closing in which a customer may object. */
    reopenDays: z.int().positive(),
  })
  .superRefine((policy, context) => {
    const known = new Set(policy.queues.map((queue) => queue.id));
    const named = [
      { path: ['defaultQueue'], queue: policy.defaultQueue },
      ...policy.routing.map(({ queue }, at) => ({ path: ['routing', at, 'queue'], queue })),
    ];
    for (const { path, queue } of named) {
      if (!known.has(queue))
        context.addIssue({ code: 'custom', path, message: `is not one of the queues: ${queue}` });
    }
    for (const [code, agentLimit] of Object.entries(policy.limits.agent ?? {})) {
      if (agentLimit <= (policy.limits.manager?.[code] ?? 0)) continue;
      context.addIssue({
        code: 'custom',
        path: ['limits', 'manager', code],
        message: 'is below the limit of an agent',
      });
    }
  });
export type Policy = z.output<typeof Policy>;

/** What people call a queue. */
export const nameOfQueue = ({ queues }: Pick<Policy, 'queues'>, id: string): string =>
  queues.find((queue) => queue.id === id)?.name ?? id;

export type PolicyFault = { readonly place: string; readonly fault: string };

/** Everything that is wrong with a policy as read from its file, each with its place; empty when it can be used. */
export function policyFaults(input: unknown): readonly PolicyFault[] {
  const parsed = Policy.safeParse(input);
  return (
    parsed.error?.issues.map(({ path, message }) => ({
      place: path.join('.') || 'the file',
      fault: message,
    })) ?? []
  );
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
