import type { WriteStream } from 'node:tty';

/** A bar with count, rate and time left on a terminal; one line for each tenth when piped; nothing when quiet. */
export function progressLine(out: Pick<WriteStream, 'write' | 'isTTY'>, total: number, isQuiet: boolean) {
  const began = performance.now();
  let done = 0;
  let shownTenth = 0;
  return {
    step(): void {
      done++;
      if (isQuiet) return;
      const rate = done / Math.max(0.001, (performance.now() - began) / 1000);
      const left = Math.round((total - done) / rate);
      const words = `${done} of ${total}, ${rate.toFixed(0)} a second, ${left} s left`;
      if (out.isTTY)
        out.write(`\r[${'█'.repeat(Math.round((done / total) * 20)).padEnd(20, '░')}] ${words}   `);
      else if (Math.floor((done / total) * 10) > shownTenth) {
        shownTenth = Math.floor((done / total) * 10);
        out.write(`${words}\n`);
      }
    },
    end(): void {
      if (!isQuiet && out.isTTY) out.write('\n');
    },
  };
}
