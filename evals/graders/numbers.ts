import { ungroundedNumbers } from '#domain/answer-check.ts';
import type { Grader, Happening } from '#evals/runner/evidence.ts';
import { answersIn } from '#evals/runner/evidence.ts';
import { languageOf } from './language.ts';

/** Every amount, quantity, date and number of an answer stands in what a tool answered or the person wrote before. */
export const numbersGrader: Grader = {
  name: 'numbers',
  holdsForAnyModel: true,
  grade(evidence) {
    if (evidence.scenario.expect.numbers === 'not checked') return [];
    return answersIn(evidence).flatMap((answer) => {
      const before = evidence.happenings.slice(0, evidence.happenings.indexOf(answer));
      const missing = ungroundedNumbers(
        answer.text,
        [evidence.told, ...sourcesIn(before)],
        languageOf(answer.text),
      );
      return missing.length === 0
        ? []
        : [{ grader: 'numbers', says: `No record bears out: ${missing.join(', ')}.`, turn: answer.turn }];
    });
  },
};

/** What may bear out a figure: tools' answers, tools' questions, and what people wrote. */
export const sourcesIn = (happenings: readonly Happening[]): string[] =>
  happenings.flatMap((one) => {
    if (one.kind === 'called') return [JSON.stringify({ input: one.input, answer: one.answer })];
    return one.kind === 'said' ? [one.text] : [];
  });
