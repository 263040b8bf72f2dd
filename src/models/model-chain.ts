import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Config, RemoteModel } from '#config';
import { offlineModel } from '#offline-engine/model.ts';
import type { SentenceMeanings } from './sentence-meanings.ts';

/** A model to try, and what it is called in logs and on answers. */
export type Candidate = {
  readonly name: string;
  readonly model: LanguageModelV4;
  readonly isOffline: boolean;
};

/** Which models answer a turn, in order; the offline engine always stands last. */
export type ModelChain = {
  candidates(): Candidate[];
  /** Tells how a try went: after five failures in a row a model is left alone for half a minute. */
  report(name: string, worked: boolean): void;
};

const failuresToOpen = 5;
const pauseMs = 30_000;

export function modelChain(first: Candidate | undefined, offline: Candidate, now: () => Date): ModelChain {
  let failures = 0;
  let pausedUntil = 0;
  return {
    candidates: () => (first && now().getTime() >= pausedUntil ? [first, offline] : [offline]),
    report(name, worked) {
      if (name !== first?.name) return;
      failures = worked ? 0 : failures + 1;
      if (failures >= failuresToOpen) {
        failures = 0;
        pausedUntil = now().getTime() + pauseMs;
      }
    },
  };
}

/** The chain the settings name. */
export function chainFrom(
  config: Pick<Config, 'model'>,
  clock: { now: () => Date; today: () => string },
  meanings?: SentenceMeanings,
): ModelChain {
  const offline: Candidate = {
    name: 'offline',
    model: offlineModel({ today: clock.today, ...(meanings ? { meaningsOf: meanings.of } : {}) }),
    isOffline: true,
  };
  const { model } = config;
  return modelChain(model.provider === 'offline' ? undefined : remoteCandidate(model), offline, clock.now);
}

/** OpenAI by its Responses API, anything else that is compatible by chat completions. */
export function remoteCandidate(settings: RemoteModel): Candidate {
  const provider = createOpenAI({
    apiKey: settings.apiKey ?? 'none',
    ...(settings.baseUrl === undefined ? {} : { baseURL: settings.baseUrl }),
  });
  const model =
    settings.provider === 'openai' ? provider.responses(settings.model) : provider.chat(settings.model);
  return { name: `${settings.provider}:${settings.model}`, model, isOffline: false };
}
