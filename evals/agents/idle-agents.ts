import { type Agent, onlyModel } from './agent.ts';
import { lastUserText, scriptedModel } from './scripted-model.ts';

/** Agents that do no work. A suite they could pass would prove nothing. */

export const doNothingAgent: Agent = {
  name: 'do-nothing',
  graded: 'all',
  models: () =>
    onlyModel({
      name: 'do-nothing',
      isOffline: false,
      model: scriptedModel('do-nothing', () => ({ text: 'I am looking into it.' })),
    }),
};

export const echoAgent: Agent = {
  name: 'echo',
  graded: 'all',
  models: () =>
    onlyModel({
      name: 'echo',
      isOffline: false,
      model: scriptedModel('echo', ({ prompt }) => ({ text: lastUserText(prompt) })),
    }),
};
