import type { ModelMessage, UIMessageChunk } from 'ai';
import type { DeskOfTurn, TurnDesk } from '#desks/turn-desk.ts';
import type { ConfirmationView } from '#domain/views/confirmation-view.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import type { Candidate, ModelChain } from '#models/model-chain.ts';
import {
  answerLanguage,
  contextLines,
  readsAsYes,
  readsBack,
  tellsLanguage,
  unanswered,
} from '#models/reading.ts';
import { disputeAssistTools } from '#tools/dispute-assist.ts';
import { invoiceAssistantTools, visitorTools } from '#tools/invoice-assistant.ts';
import { type AttemptResult, attemptTurn } from './attempt.ts';
import { cardsOf, traceOf } from './cards.ts';
import { answerCheck } from './grounds.ts';
import { historyFor } from './history.ts';
import type { Prompt } from './prompt.ts';
import { quickRepliesFor } from './quick-replies.ts';
import { type ToolRun, toolset } from './toolset.ts';

export type TurnTools = {
  readonly desk: TurnDesk;
  readonly models: ModelChain;
  readonly prompts: { readonly customer: Prompt; readonly rep: Prompt };
  readonly emit: (conversationId: string, answers: number, chunk: UIMessageChunk) => void;
  /** The answer is finished or given up: its draft is over. */
  readonly ended: (conversationId: string) => void;
  readonly warn: (message: string, facts: Record<string, unknown>) => void;
  /** Names this process in the leases of its turns. */
  readonly runner: string;
  readonly timeoutMs: number;
};

/** Why a turn is broken off: the person's wish ends it, the server's stop leaves it to be answered later. */
export const serverStops = new Error('The server stops');
export const personStops = new Error('The person stopped the answer');

type Place = { readonly conversationId: string; readonly answers: number };

/**
 * Answers one message: takes the turn, tries the models in order over the same tools, and posts what was checked. A model that fails
 * before or during its answer is followed by the next from where its tools had got to; the offline engine stands last.
 */
export async function runTurn(tools: TurnTools, place: Place, signal: AbortSignal): Promise<void> {
  const { desk, models } = tools;
  const { conversationId, answers } = place;
  const conversation = await desk.begin(conversationId, answers, tools.runner, tools.timeoutMs * 2);
  if (!conversation) return;
  const { entries, turns } = await desk.history(conversation);
  const asked = entries.find((entry) => entry.seq === answers);
  if (asked?.body.kind !== 'message') return desk.stop(conversationId, answers);
  const text = asked.body.text;
  const listener = conversation.side;
  const earlier = entries.filter(
    (entry) => entry.author === listener && entry.seq < answers && entry.body.kind === 'message',
  );
  const isOpen = earlier.every(({ body }) => body.kind === 'message' && !tellsLanguage(body.text));
  const language = answerLanguage(text, conversation.language, isOpen, listener);
  if (language !== conversation.language) await desk.pinLanguage(conversationId, language);
  const history = historyFor(entries, turns, listener, answers);
  const previousMessage = earlier.at(-1)?.seq;
  const turn = {
    conversationId,
    answers,
    saysYes: readsAsYes(text),
    readsBack: (view: ConfirmationView) => readsBack(saidBefore(entries, answers), view),
    ...(previousMessage === undefined ? {} : { previousMessage }),
  };
  const runs: ToolRun[] = [];
  const done: ModelMessage[] = [];
  for (const candidate of models.candidates()) {
    const served = await desk.deskFor(conversationId, turn, candidate.name);
    const context = contextLines({
      today: desk.today(),
      language,
      ...(conversation.invoiceNumber === undefined ? {} : { openInvoice: conversation.invoiceNumber }),
      ...(served.openCase === undefined ? {} : { openCase: served.openCase }),
    });
    const prompt = served.side === 'rep' ? tools.prompts.rep : tools.prompts.customer;
    const check = answerCheck(history, runs, `${context}\n${served.who}`, language);
    const result = await attemptTurn({
      candidate,
      instructions: prompt.fill({ seller: desk.seller, who: served.who, context }),
      tools: toolset(toolsFor(served), {
        ran: (run) => runs.push(run),
        broke: (name, error) => tools.warn('A tool broke', { tool: name, error: String(error) }),
      }),
      history: [...history, ...done],
      signal: AbortSignal.any([signal, AbortSignal.timeout(tools.timeoutMs)]),
      isGrounded: (sentence) => {
        const missing = check(sentence);
        if (missing.length > 0)
          tools.warn('A sentence was held back', {
            model: candidate.name,
            conversationId,
            missing: missing.length,
          });
        return missing.length === 0;
      },
      emit: (chunk) => tools.emit(conversationId, answers, chunk),
    });
    done.push(...result.messages);
    if (signal.aborted) {
      tools.emit(conversationId, answers, { type: 'abort' });
      return signal.reason === serverStops
        ? desk.giveBack(conversationId, answers)
        : desk.stop(conversationId, answers);
    }
    models.report(candidate.name, result.failure !== 'provider' && result.failure !== 'stopped');
    if (result.failure === undefined) {
      return post(tools, place, { candidate, prompt, result, runs, done, language });
    }
    warnOfFailure(tools, candidate, conversationId, result);
  }
  await desk.fail(conversationId, answers, unanswered(language));
}

/** What the assistant said right before a message; nothing when somebody else spoke since. */
function saidBefore(entries: readonly LogEntry[], seq: number): string {
  const last = entries.findLast((entry) => entry.seq < seq && entry.body.kind === 'message');
  return last?.author === 'assistant' && last.body.kind === 'message' ? last.body.text : '';
}

function toolsFor(served: DeskOfTurn) {
  if (served.side === 'rep') return disputeAssistTools(served.desk);
  return served.side === 'customer' ? invoiceAssistantTools(served.desk) : visitorTools(served.desk);
}

async function post(
  { desk }: TurnTools,
  { conversationId, answers }: Place,
  turn: {
    candidate: Candidate;
    prompt: Prompt;
    result: AttemptResult;
    runs: readonly ToolRun[];
    done: readonly ModelMessage[];
    language: string;
  },
): Promise<void> {
  const { runs, language } = turn;
  const trace = traceOf(runs);
  const cards = cardsOf(runs);
  const quickReplies = quickRepliesFor(runs, language, turn.result.text);
  const body: Omit<Extract<LogEntry['body'], { kind: 'message' }>, 'kind' | 'text' | 'answers'> = {
    language,
    model: turn.candidate.name,
    ...(trace.length > 0 ? { trace } : {}),
    ...(cards.length > 0 ? { cards } : {}),
    ...(quickReplies.length > 0 ? { quickReplies } : {}),
  };
  await desk.post(conversationId, answers, {
    text: turn.result.text,
    body,
    model: turn.candidate.name,
    promptVersion: turn.prompt.version,
    messages: [...turn.done],
    usage: { ...turn.result.usage },
  });
}

const warnOfFailure = (
  tools: TurnTools,
  candidate: Candidate,
  conversationId: string,
  { failure, error }: AttemptResult,
) =>
  tools.warn('A model could not answer; the next one goes on', {
    model: candidate.name,
    conversationId,
    failure,
    ...(error instanceof Error ? { error: `${error.name}: ${error.message}`.slice(0, 200) } : {}),
  });
