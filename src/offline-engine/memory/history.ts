import Big from 'big.js';
import { documentKey } from '../values/documents.ts';

/** What a tool answered; anything that is not our envelope counts as an outside system out of reach. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly code: string;
      readonly reason: string;
      readonly details: Readonly<Record<string, unknown>>;
    };

export type ToolCall = {
  readonly id: string;
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
};

/** A conversation as the engine reads it, whoever wrote its assistant turns. */
export type Message =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | {
      readonly role: 'tool';
      readonly results: readonly { readonly id: string; readonly tool: string; readonly answer: Answer }[];
    };

/** Inputs with their keys in order: a schema may re-order them on the way back. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

const numbers = new Set(['invoiceNumber', 'caseNumber']);

/** Equal for the same call: "20418" and "INV-20418" are the same invoice, and a schema may turn a number into its decimal string. */
export const callKey = (tool: string, input: Readonly<Record<string, unknown>>): string => {
  const plain = Object.entries(input).map(([field, value]) =>
    numbers.has(field) && typeof value === 'string' ? [field, documentKey(value)] : [field, value],
  );
  return `${tool} ${canonical(withDecimals(Object.fromEntries(plain)))}`;
};

const decimal = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/** The same value with every number as a decimal string without needless zeros. */
function withDecimals(value: unknown): unknown {
  if (typeof value === 'number' || (typeof value === 'string' && decimal.test(value)))
    return new Big(value).toFixed();
  if (Array.isArray(value)) return value.map(withDecimals);
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([field, part]) => [field, withDecimals(part)]))
    : value;
}
