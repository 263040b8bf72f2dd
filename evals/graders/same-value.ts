import Big from 'big.js';
import type { Fact } from '#evals/runner/record-changes.ts';
import type { ExpectedFacts } from '#evals/runner/scenario.ts';

/** Whether two written values mean the same: 25 and 25.00, "EUR 25" and "25.00 EUR", Short_Delivery and SHORT_DELIVERY. */
export function sameValue(expected: string, actual: string): boolean {
  return canonicalValue(expected) === canonicalValue(actual);
}

function canonicalValue(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .map((word) => (/^-?\d+(?:\.\d+)?$/.test(word) ? new Big(word).toFixed() : word))
    .toSorted()
    .join(' ');
}

/**
 * The first expected fact that does not hold, in words. "text mentions" and the like look for words inside a fact; several are
 * separated by " and ".
 */
export function factMismatch(
  expected: ExpectedFacts,
  actual: Readonly<Record<string, Fact>>,
): string | undefined {
  for (const [name, wanted] of Object.entries(expected)) {
    const mentioned = / mentions$/.exec(name);
    const fact = actual[mentioned ? name.slice(0, mentioned.index) : name];
    if (fact === undefined) return `${name} is not there, expected ${shown(wanted)}`;
    if (mentioned && typeof fact === 'string' && typeof wanted === 'string') {
      const missing = wanted
        .split(' and ')
        .find((part) => !fact.toLowerCase().includes(part.trim().toLowerCase()));
      if (missing !== undefined) return `${name}: "${missing}" is not in "${fact.slice(0, 120)}"`;
    } else if (!sameFact(wanted, fact)) return `${name} is ${shown(fact)}, expected ${shown(wanted)}`;
  }
  return undefined;
}

function sameFact(wanted: ExpectedFacts[string], fact: Fact): boolean {
  if (typeof wanted === 'string' || typeof fact === 'string')
    return typeof wanted === 'string' && typeof fact === 'string' && sameValue(wanted, fact);
  const names = new Set([...Object.keys(wanted), ...Object.keys(fact)]);
  return [...names].every((name) => sameValue(wanted[name] ?? 'absent', fact[name] ?? 'absent'));
}

const shown = (fact: ExpectedFacts[string]): string =>
  typeof fact === 'string' ? fact : JSON.stringify(fact);
