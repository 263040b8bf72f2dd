import type { SettingName } from './settings.ts';

export type Fault = { name: SettingName; wrong: string; why: string; remedy: string };

const settingsNeed = (count: number) => (count === 1 ? '1 setting needs' : `${count} settings need`);

/** The settings cannot be used. The message is the whole text to print, with every fault in it. */
export class ConfigFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const column = Math.max(...faults.map(({ name }) => name.length)) + 3;
    const lines = faults.flatMap(({ name, wrong, why, remedy }) => [
      `  ${name.padEnd(column)}${wrong}. ${why}`,
      `  ${' '.repeat(column)}${remedy}`,
    ]);
    const first = `  Not started. ${settingsNeed(faults.length)} attention:`;
    const last = '  All settings: npm run redress -- config --explain';
    super([first, '', ...lines, '', last].join('\n'));
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}
