import { MockLanguageModelV4 } from 'ai/test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { playerFor, report } from './dialogues-command.ts';
import { runCommand } from './redress.ts';

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

let printed = '';
const print = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  printed += String(text);
  return true;
});
afterEach(() => {
  printed = '';
  print.mockClear();
});

describe('scripted dialogues with any model', () => {
  it('are played with the offline engine when no other is set', async () => {
    const code = await runCommand(['dialogues', '--only', 'in German'], print, print);
    expect(printed).toMatch(/\d+ of \d+ turns of \d+ dialogues? went as written \(100\.0 %\)/);
    expect(code).toBe(0);
  });

  it('are played with a model as the service calls it, and its misses are printed', async () => {
    const model = new MockLanguageModelV4({
      doGenerate: {
        content: [{ type: 'text', text: 'INV-30097 and INV-30071 are overdue. Which one?' }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage,
        warnings: [],
      },
    });
    const code = await report(playerFor(model), 'overdue list');
    expect(code).toBe(1);
    expect(printed).toContain('no call find_invoices {"status":"overdue"}');
    expect(printed).toContain('1 of 5 turns of 1 dialogue went as written (20.0 %)');
    const [call] = model.doGenerateCalls;
    expect(JSON.stringify(call?.prompt[0])).toContain('automated billing assistant of Northgate Supplies');
    expect(call?.tools?.find(({ name }) => name === 'open_dispute')).toMatchObject({
      description: expect.stringContaining('Open a dispute.'),
    });
  });

  it('need a name that some dialogue has', async () => {
    expect(await runCommand(['dialogues', '--only', 'no such dialogue'], print, print)).toBe(2);
  });
});
