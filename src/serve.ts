import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { frontDesk } from '#desks/front-desk.ts';
import { httpApp } from '#http/app.ts';
import { readLog } from '#live/log-reader.ts';
import type { Redress } from '#main';

/** How long open requests may go on after the server was asked to stop. */
const graceMs = 2000;
const resumeEveryMs = 10_000;

/** The HTTP app of an assembled Redress; `app.request` calls it without a network. */
export const appOf = (redress: Redress) => {
  const desk = frontDesk(redress.service);
  return httpApp({
    config: redress.config,
    desk,
    assistant: redress.assistant,
    announcements: redress.announcements,
    readLog: (place, signal) => readLog(redress, place, signal),
    isReady: async () => {
      const ready = await desk.readiness();
      return { ...ready, ready: ready.ready && !redress.stopping.aborted };
    },
    stopping: redress.stopping,
    log: redress.log,
  });
};

/** Listens on the port of the settings; `close` ends streams, lets requests finish, and takes the assembly apart. */
export async function serveRedress(
  redress: Redress,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const { config, assistant } = redress;
  const server = createAdaptorServer({ fetch: appOf(redress).fetch });
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  // What a crash or a restart left unanswered is answered now, and what another process leaves later on.
  void assistant.resume();
  const resuming = setInterval(() => void assistant.resume(), resumeEveryMs);
  return {
    url: config.publicUrl,
    port,
    close: async () => {
      clearInterval(resuming);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      redress.stop();
      await Promise.race([closed, pause(graceMs)]);
      if ('closeAllConnections' in server) server.closeAllConnections();
      await redress.close();
    },
  };
}
