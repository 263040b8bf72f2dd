import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export type Totals = { passed: number; failed: number; skipped: number };

/** A file that cannot be loaded and an error outside any test count as one failure each: neither may look like success. */
export function countTests(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Totals {
  const totals: Totals = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    const before = totals.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      totals[state === 'pending' ? 'skipped' : state] += 1;
    }
    if (module.state() === 'failed' && totals.failed === before) totals.failed += 1;
  }
  return totals;
}

/** Ends a run with one line that people and machines read alike. */
export default class PlainSummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const { passed, failed, skipped } = countTests(modules, unhandled);
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
