import { type Setting, settings } from './settings.ts';

const headings: Record<Setting['group'], string> = {
  needed: 'Needed (the demo runs without)',
  usual: 'Usual',
  rare: 'Rare',
};

/** The text of `.env.example`: one line for each setting, with its example, unit, default and reason. */
export function renderEnvExample(): string {
  const column = Math.max(...settings.map(({ name, example }) => name.length + example.length)) + 1;
  const lines = Object.entries(headings).flatMap(([group, heading]) => [
    '',
    `# ${heading}`,
    ...settings.filter((setting) => setting.group === group).map((setting) => exampleLine(setting, column)),
  ]);
  return [
    '# Copy to .env and take the # off the lines you need. Values from outside win over this file.',
    ...lines,
    '',
  ].join('\n');
}

function exampleLine({ name, example, unit, why, ...setting }: Setting, column: number): string {
  const withoutIt =
    setting.default === undefined ? `without it ${setting.unset}` : `default ${setting.default}`;
  return `#${`${name}=${example}`.padEnd(column)}  # ${why} (${unit}; ${withoutIt})`;
}
