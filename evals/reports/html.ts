import { changeInWords } from '#evals/graders/data.ts';
import type { Happening } from '#evals/runner/evidence.ts';
import type { Result, Run } from '#evals/runner/run-suite.ts';
import { escapeMarkup } from './escape-markup.ts';
import { lastLine, nameOf } from './table.ts';

/** One page that needs no network: the verdict, every scenario, and what was said and done in it. */
export const htmlReport = (results: readonly Result[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evals: ${lastLine(results)}</title>
<style>${styles}</style>
</head>
<body>
<h1>${lastLine(results)}</h1>
${folders(results)
  .map(
    (folder) =>
      `<h2>${escapeMarkup(folder)}</h2>\n${results
        .filter((result) => result.folder === folder)
        .map(scenario)
        .join('\n')}`,
  )
  .join('\n')}
</body>
</html>
`;

const folders = (results: readonly Result[]) => [...new Set(results.map((result) => result.folder))];

function scenario(result: Result): string {
  const shown = result.runs.find((run) => !run.passed) ?? result.runs[0];
  const passed = result.runs.filter((run) => run.passed).length;
  return `<details class="${result.passed ? 'passed' : 'failed'}"${result.passed ? '' : ' open'}>
<summary><b>${result.passed ? 'passed' : 'failed'}</b> ${escapeMarkup(nameOf(result))}: ${escapeMarkup(result.title)}
<small>${passed} of ${result.runs.length} · ${escapeMarkup(result.agent)} · ${escapeMarkup(result.tags.join(', '))}</small></summary>
${shown ? details(shown) : ''}
</details>`;
}

const details = (run: Run): string => `${run.findings
  .map(
    ({ grader, says, turn }) =>
      `<p class="finding">${escapeMarkup(grader)}${turn === undefined ? '' : `, turn ${turn}`}: ${escapeMarkup(says)}</p>`,
  )
  .join('\n')}
<h3>What was said and done</h3>
<ol>${run.evidence.happenings.map((one) => `<li class="${one.kind}">${happening(one)}</li>`).join('\n')}</ol>
<h3>What changed in the records</h3>
<ul>${run.evidence.changes.map((change) => `<li>${escapeMarkup(changeInWords(change))}</li>`).join('\n') || '<li>Nothing.</li>'}</ul>`;

function happening(one: Happening): string {
  switch (one.kind) {
    case 'said':
      return `<b>${one.by}</b> ${escapeMarkup(one.text)}`;
    case 'answered':
      return `<b>assistant</b> ${escapeMarkup(one.text)} <small>${escapeMarkup(one.model)}</small>`;
    case 'failed':
      return `<b>assistant</b> ${escapeMarkup(one.text)} <small>no model answered</small>`;
    case 'called':
      return `<details><summary><code>${escapeMarkup(one.tool)} ${escapeMarkup(JSON.stringify(one.input).slice(0, 160))}</code></summary><pre>${escapeMarkup(JSON.stringify(one.answer, undefined, 1))}</pre></details>`;
    case 'pressed':
      return `<b>${escapeMarkup(one.by)}</b> pressed “${escapeMarkup(one.button)}”${one.refused === undefined ? '' : `, refused: ${escapeMarkup(one.refused)}`}`;
    default:
      return `The conversation is now: ${escapeMarkup(one.state)}`;
  }
}

const styles = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
details { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 6px; padding: .4rem .8rem; margin: .4rem 0; }
summary { cursor: pointer; }
small { opacity: .7; }
.passed > summary b { color: light-dark(#0a6b3d, #6fd19c); }
.failed > summary b, .finding { color: light-dark(#a3201d, #ff9c94); }
li { white-space: pre-wrap; margin: .3rem 0; }
li.called { list-style: none; }
pre { overflow: auto; max-height: 20rem; }
`;
