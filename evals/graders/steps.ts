import type { Finding, Grader, Happening } from '#evals/runner/evidence.ts';
import { actionCalled, readStepRule, type StepRule } from './step-rules.ts';

/** What was done in which order. Two rules hold always: no write without a yes to what was read back,
 * and silence from the moment a person is asked for. */
export const stepsGrader: Grader = {
  name: 'steps',
  holdsForAnyModel: true,
  grade({ scenario, happenings }) {
    const rules = scenario.expect.steps.flatMap((written) => readStepRule(written) ?? []);
    return [
      ...writesWithoutYes(happenings, 'open a case', 'read a case back'),
      ...writesWithoutYes(happenings, 'add a note', 'read a note back'),
      ...refusedButtons(happenings),
      ...spokeForAPerson(happenings),
      ...rules.flatMap((rule) => broken(rule, happenings)),
    ];
  },
};

const finding = (says: string, turn?: number): Finding => ({
  grader: 'steps',
  says,
  ...(turn === undefined ? {} : { turn }),
});

function placesOf(action: string, happenings: readonly Happening[]): number[] {
  const fits = actionCalled(action);
  return happenings.flatMap((one, at) => (fits?.(one) ? [at] : []));
}

function writesWithoutYes(happenings: readonly Happening[], write: string, readBack: string): Finding[] {
  const asked = placesOf(readBack, happenings);
  const agreed = placesOf('customer confirmed', happenings);
  return placesOf(write, happenings)
    .filter((at) => {
      const last = asked.filter((place) => place < at).at(-1);
      return last === undefined || !agreed.some((place) => place > last && place <= at);
    })
    .map((at) =>
      finding(`"${write}" happened without the customer's yes to what was read back.`, happenings[at]?.turn),
    );
}

/** A button that was refused though nobody expected it, or worked though it should not have. */
const refusedButtons = (happenings: readonly Happening[]): Finding[] =>
  happenings.flatMap((one) => {
    if (one.kind !== 'pressed' || one.refused === one.expectedRefusal) return [];
    return [
      finding(
        one.expectedRefusal === undefined
          ? `"${one.button}" was refused (${one.refused}).`
          : `"${one.button}" should have been refused with ${one.expectedRefusal}, and ${one.refused === undefined ? 'it was not' : `was with ${one.refused}`}.`,
        one.turn,
      ),
    ];
  });

/** Once a person is asked for, the assistant is silent. */
const spokeForAPerson = (happenings: readonly Happening[]): Finding[] => {
  const handedOver = new Set(
    happenings.flatMap((one) =>
      one.kind === 'state' && (one.state === 'queued' || one.state === 'human') ? [one.turn] : [],
    ),
  );
  return happenings
    .filter((one) => one.kind === 'answered' && one.to === 'customer' && handedOver.has(one.turn))
    .map((one) => finding('The assistant answered although a person was asked for.', one.turn));
};

function broken(rule: StepRule, happenings: readonly Happening[]): Finding[] {
  if (rule.rule === 'before') {
    return placesOf(rule.action, happenings).flatMap((at) =>
      rule.first
        .filter((first) => !placesOf(first, happenings).some((place) => place < at))
        .map((first) => finding(`"${rule.action}" happened before "${first}".`, happenings[at]?.turn)),
    );
  }
  return rule.actions.flatMap((action) => {
    const places = placesOf(action, happenings);
    const turn = happenings[places.at(-1) ?? -1]?.turn;
    switch (rule.rule) {
      case 'never':
        return places.length === 0 ? [] : [finding(`"${action}" happened and never should.`, turn)];
      case 'must':
        return places.length > 0 ? [] : [finding(`"${action}" should have happened and did not.`)];
      case 'exactly once':
        return places.length === 1
          ? []
          : [finding(`"${action}" happened ${places.length} times, not once.`, turn)];
      default:
        return places.length <= rule.times
          ? []
          : [finding(`"${action}" happened ${places.length} times, at most ${rule.times} allowed.`, turn)];
    }
  });
}
