import type { Priority } from './case.ts';
import { moneyInWords } from './in-words.ts';
import type { MoodView } from './views/mood-view.ts';

/** From which disputed sum a case is urgent or high; minor units per currency. */
export type PriorityThresholds = {
  readonly urgentFrom: Readonly<Record<string, number>>;
  readonly highFrom: Readonly<Record<string, number>>;
};

/** Days are ISO days; `totalMinor` is the disputed sum, tax included. */
export type PriorityFacts = {
  readonly totalMinor?: number;
  readonly currency?: string;
  readonly dueDate?: string;
  readonly today: string;
  readonly keyAccount: boolean;
  /** How the customer sounds in the chat that led to the case. */
  readonly mood?: Pick<MoodView, 'level' | 'trend'>;
  /** An earlier contact was about the same invoice. */
  readonly comesBack?: boolean;
};

/** How soon a case deserves a person, 1 critical to 4 low, with the reasons. */
export function priorityOf(
  facts: PriorityFacts,
  thresholds: PriorityThresholds,
): { readonly priority: Priority; readonly reasons: readonly string[] } {
  const { totalMinor = 0, currency = '', dueDate, today, keyAccount, mood, comesBack } = facts;
  const amount = `${moneyInWords(totalMinor, currency)} in dispute`;
  const days =
    dueDate === undefined ? undefined : Math.round((Date.parse(dueDate) - Date.parse(today)) / 86_400_000);
  const signs: [raises: number, reason: string][] = [];
  if (totalMinor >= (thresholds.urgentFrom[currency] ?? Infinity)) signs.push([2, amount]);
  else if (totalMinor >= (thresholds.highFrom[currency] ?? Infinity)) signs.push([1, amount]);
  if (days !== undefined && days < 0) signs.push([1, `invoice ${-days} days overdue`]);
  else if (days !== undefined && days <= 3) signs.push([1, `invoice due in ${days} days`]);
  if (keyAccount) signs.push([1, 'key account']);
  if (mood?.level === 'frustrated' || mood?.level === 'angry') signs.push([1, `customer ${mood.level}`]);
  if (mood?.trend === 'worse') signs.push([1, 'customer sounds worse than at first']);
  if (comesBack) signs.push([1, 'second contact about this invoice']);
  const raised = signs.reduce((sum, [raises]) => sum + raises, 0);
  const priority = ([4, 3, 2, 1] as const)[Math.min(3, raised)] ?? 1;
  return { priority, reasons: signs.map(([, reason]) => reason) };
}
