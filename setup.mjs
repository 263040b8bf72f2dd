// Brings a fresh clone to the point where it can run, then runs it: node setup.mjs start|test|redress|evals [arguments].
// Plain JavaScript, because it may be started by a Node too old for the rest.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const inRoot = (path) => join(root, path);
const bin = inRoot('node_modules/.bin');
// Compiled code is kept, so that the next start does not compile it again.
const env = {
  NODE_COMPILE_CACHE: inRoot('node_modules/.cache/node'),
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
};
const [command, ...args] = process.argv.slice(2);

const plans = {
  start: { web: true, steps: [program('src/main.ts', args)] },
  redress: { web: args[0] === 'start', steps: [program('src/cli/redress.ts', args)] },
  evals: { web: false, steps: [program('src/cli/redress.ts', ['evals', ...args])] },
  test: {
    web: true,
    steps: [tool('biome', ['check']), tool('tsc', ['--noEmit']), tool('vitest', ['run', ...args])],
  },
};
const plan = Object.hasOwn(plans, command ?? '') ? plans[command] : undefined;

if (!plan) {
  say('Usage: node setup.mjs start|test|redress|evals [arguments]');
  process.exit(2);
}
installWhenStale();
const node = findNode();
if (plan.web) buildWebWhenStale();
await runAll(plan.steps);

/** One of our own programs; settings in .env count unless the environment says otherwise. */
function program(file, programArgs) {
  const settings = existsSync(inRoot('.env')) ? ['--env-file=.env'] : [];
  return { name: file, args: ['--disable-warning=ExperimentalWarning', ...settings, file, ...programArgs] };
}

function tool(name, toolArgs) {
  return { name, args: [join(bin, name), ...toolArgs] };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function installWhenStale() {
  const stamp = inRoot('node_modules/.redress-lock');
  const wanted = hashOf(['package-lock.json']);
  if (isStamped(stamp, wanted)) return;
  say('Installing what Redress needs (once, about a minute)');
  // Under NODE_ENV=production npm would leave out what builds the web code.
  const npmArgs = ['ci', '--include=dev', '--include=optional'];
  const npm = process.env.npm_execpath;
  const outcome = npm
    ? spawnSync(process.execPath, [npm, ...npmArgs], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', npmArgs, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  stopUnlessDone(outcome, 'npm ci');
  writeStamp(stamp, wanted);
}

function buildWebWhenStale() {
  if (!existsSync(inRoot('vite.config.ts'))) return;
  const stamp = inRoot('dist/.redress-web');
  const wanted = hashOf(['src/widget', 'src/workspace', 'src/ui', 'vite.config.ts', 'package-lock.json']);
  if (isStamped(stamp, wanted)) return;
  say('Building the pages (once, a few seconds)');
  const vite = tool('vite', ['build', '--logLevel', 'warn']);
  stopUnlessDone(spawnSync(node, vite.args, { cwd: root, env, stdio: ['ignore', 2, 2] }), 'vite build');
  writeStamp(stamp, wanted);
}

/** The Node that npm installed beside the project, else the one that runs this. */
function findNode() {
  const own = join(bin, 'node');
  if (existsSync(own) && (realpathSync(own) === realpathSync(process.execPath) || isRecent(versionOf(own))))
    return own;
  if (isRecent(process.version)) return process.execPath;
  say(
    `Redress needs Node 22.18 or newer, and this is ${process.version}. Get one from https://nodejs.org and try again.`,
  );
  return process.exit(1);
}

function versionOf(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

function isRecent(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function stopUnlessDone({ status, error }, name) {
  if (status === 0) return;
  say(`${name} did not finish${error ? `: ${error.message}` : ''}. Nothing was started.`);
  process.exit(status || 1);
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function writeStamp(stamp, wanted) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

/** Tests are left out: changing one changes no page. */
function filesUnder(path) {
  if (!existsSync(inRoot(path))) return [];
  if (statSync(inRoot(path)).isFile()) return path.includes('.test.') ? [] : [path];
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** Runs every step even after one failed, so that one run tells everything; ends as the first failing one ended. */
async function runAll(steps) {
  const failed = [];
  for (const step of steps) {
    const { code, signal } = await run(step);
    if (signal) return process.kill(process.pid, signal);
    if (code !== 0) failed.push({ name: step.name, code });
  }
  if (steps.length > 1 && failed.length > 0) say(`Failed: ${failed.map(({ name }) => name).join(', ')}`);
  process.exitCode = failed[0]?.code ?? 0;
}

function run(step) {
  const child = spawn(node, step.args, { cwd: root, env, stdio: 'inherit' });
  const forwarded = new Set();
  const forward = (signal) => {
    // A terminal sends Ctrl+C to the child as well, and npm sends it to us a second time.
    if ((signal === 'SIGINT' && process.stdin.isTTY) || forwarded.has(signal)) return;
    forwarded.add(signal);
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code, signal });
    });
  });
}
