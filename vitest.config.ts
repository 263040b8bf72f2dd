import { defineConfig } from 'vitest/config';

const folders = ['src', 'tools', 'evals', 'fixtures'];

export default defineConfig({
  test: {
    reporters: ['default', './src/plain-summary-reporter.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: folders.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/*.browser.test.ts'],
          // PGlite alone takes five seconds to start on a slow machine.
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: folders.map((folder) => `${folder}/**/*.browser.test.ts`),
          // After the unit tests and one at a time: a browser needs both cores for itself.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
