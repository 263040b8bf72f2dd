import { setInterval } from 'node:timers';

/** Tells the bench that this server is ready, and answers its questions about processor time and memory. */
export function reportToBench(): void {
  let highest = 0;
  setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 50).unref();
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({
      cpuMs: (user + system) / 1000,
      rssMb: Math.max(highest, process.memoryUsage.rss()) / 1024 / 1024,
    });
  });
  process.send?.({ ready: true });
}
