import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { nearestName } from '#connectors/documents/csv/nearest-name.ts';
import { stepFault } from '#evals/graders/step-rules.ts';
import { FaultyScenario } from './faulty-scenario.ts';
import { changeKinds, Scenario, type ScenarioFile } from './scenario.ts';

export const scenarioFolder = join(import.meta.dirname, '../scenarios');

/** Reads the scenarios under the given files and folders. Throws FaultyScenario with every fault of every file at once. */
export function readScenarios(paths: readonly string[]): ScenarioFile[] {
  const files = (paths.length === 0 ? [scenarioFolder] : paths).flatMap(filesUnder);
  const read = files.map((file) => readScenario(relative(process.cwd(), file), readFileSync(file, 'utf8')));
  const faults = [
    ...read.flatMap((one) => ('faults' in one ? one.faults : [])),
    ...twice(read.flatMap((one) => ('scenario' in one ? [one] : []))),
  ];
  if (faults.length > 0) throw new FaultyScenario(faults.join('\n'));
  return read.flatMap((one) => ('scenario' in one ? [one] : []));
}

function filesUnder(path: string): string[] {
  const found = resolve(path);
  const known = statSync(found, { throwIfNoEntry: false });
  if (!known) throw new FaultyScenario(`There is no scenario file or folder ${path}.`);
  if (known.isFile()) return [found];
  const files = globSync('**/*.yaml', { cwd: found }).toSorted();
  if (files.length === 0) throw new FaultyScenario(`There is no scenario (*.yaml) in ${path}.`);
  return files.map((file) => join(found, file));
}

/** One file: its scenario, or what is wrong with it, each fault a sentence with its line. */
export function readScenario(file: string, text: string): ScenarioFile | { readonly faults: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    return {
      faults: [`${file}, line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split(' at line ')[0]}.`],
    };
  const place = (path: readonly PropertyKey[]) => {
    for (let end = path.length; end >= 0; end -= 1) {
      const node = document.getIn(path.slice(0, end), true);
      if (isNode(node) && node.range) return `${file}, line ${lines.linePos(node.range[0]).line}`;
    }
    return `${file}, line 1`;
  };
  const parsed = Scenario.safeParse(document.toJS());
  if (!parsed.success)
    return { faults: parsed.error.issues.map((issue) => `${place(issue.path)}: ${inWords(issue)}`) };
  const scenario = parsed.data;
  const faults = lint(scenario).map(({ path, fault }) => `${place(path)}: ${fault}`);
  return faults.length > 0 ? { faults } : { file, folder: basename(dirname(resolve(file))), scenario };
}

type Issue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: string[];
  readonly code?: string;
};

function inWords(issue: Issue): string {
  const where = issue.path.join(' › ') || 'the scenario';
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys ?? [];
    const near = nearestName(key, known);
    return `${where} has no "${key}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
  }
  return `${where}: ${issue.message}.`;
}

const known = [
  ...Object.keys(Scenario.shape),
  ...[
    'signed in as',
    'looks at',
    'opens with',
    'then says',
    'knows',
    'answers',
    'confirms with',
    'typos',
    'ends when',
  ],
  ...[
    'start from',
    'change',
    'does',
    'case',
    'asks',
    'presses',
    'writes',
    'waits',
    'world changes',
    'is refused with',
  ],
  ...[
    'data',
    'steps',
    'says',
    'must',
    'must not',
    'numbers',
    'language',
    'handoff',
    'similar cases',
    'verdict',
  ],
  ...[
    'summary must mention',
    'summary must not mention',
    'among the first 3',
    'never',
    'may also',
    ...changeKinds,
  ],
];

/** What the shape alone cannot see: parts that are missing, and expectations that nothing would grade. */
function lint(scenario: Scenario): { path: string[]; fault: string }[] {
  const { agent, customer, rep, expect } = scenario;
  const faults: { path: string[]; fault: string }[] = [];
  if (agent !== 'rep' && !customer)
    faults.push({ path: ['agent'], fault: `agent is "${agent}", so it needs a customer.` });
  if (agent !== 'customer' && !rep)
    faults.push({ path: ['agent'], fault: `agent is "${agent}", so it needs a rep.` });
  if (agent === 'rep' && !rep?.case)
    faults.push({ path: ['rep'], fault: 'rep needs a case: CASE-…, or "of INV-…".' });
  if (customer?.['ends when'] === 'a person was asked for' && expect.handoff === 'none')
    faults.push({
      path: ['expect'],
      fault: 'the customer waits for a person, but expect says handoff: none.',
    });
  if (
    customer?.['ends when'] === 'the agent has named a case number' &&
    expect.data['new case'] === undefined
  )
    faults.push({
      path: ['expect'],
      fault: 'the customer waits for a case number, but expect names no new case.',
    });
  for (const [at, rule] of expect.steps.entries()) {
    const fault = stepFault(rule);
    if (fault !== undefined) faults.push({ path: ['expect', 'steps', String(at)], fault });
  }
  return faults;
}

const twice = (read: readonly ScenarioFile[]) =>
  read
    .filter((one, at) => read.findIndex((other) => other.scenario.id === one.scenario.id) !== at)
    .map((one) => `${one.file}, line 1: the id ${one.scenario.id} is taken by another scenario.`);
