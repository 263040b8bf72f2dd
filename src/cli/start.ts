import { ConfigFault, readConfig } from '#config';
import { assemble } from '#main';
import { warmUp } from '#offline-engine/warm-up.ts';
import { serveRedress } from '../serve.ts';
import { startScreen } from './start-screen.ts';

/** Starts the server from the environment: shows what it does and where everything is, and stops cleanly on Ctrl+C. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const begun = performance.now();
    const config = readConfig(env);
    const screen = startScreen(process.stdout, config);
    const redress = await assemble(config, { onProgress: screen.progress });
    const tell = (error: unknown): void =>
      redress.log.warn({ error: String(error) }, 'The warm-up ended early');
    const server = await serveRedress(redress);
    screen.ready(redress.counts, server.url, performance.now() - begun);
    stopOnSignal(() => server.close());
    setTimeout(() => void warmUp(redress.stopping).catch(tell), afterStartMs).unref();
  } catch (error) {
    if (error instanceof ConfigFault) {
      process.stderr.write(`${error.message}\n`);
      process.exit(78);
    }
    if (isPortTaken(error)) {
      process.stderr.write(
        `  Not started. Port ${error.port} is taken by another program.\n  Fix:  PORT=${error.port + 1} npm start\n`,
      );
      process.exit(78);
    }
    throw error;
  }
}

/** The first page is served before the offline engine is warmed up. */
const afterStartMs = 300;

/** One signal stops; a second one that arrives meanwhile is the same Ctrl+C again. */
function stopOnSignal(close: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopped with an error: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const isPortTaken = (error: unknown): error is Error & { port: number } =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EADDRINUSE' &&
  'port' in error &&
  typeof error.port === 'number';
