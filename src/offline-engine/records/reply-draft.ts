import type { ReplyDraft, ReplyFacts, Statement } from '#domain/record-writer.ts';
import type { SourceView } from '#domain/views/invoice-view.ts';
import { repliesIn, type Say, speaker } from '../speak/replies.ts';
import { checkStatements } from './check-statements.ts';
import { entriesOf, isUpset, moodFacts, moodOf } from './mood.ts';
import { openForCustomer } from './open-questions.ts';

/**
 * A reply to the customer in their language from the facts of the case, each statement with its sources. What is prepared but not
 * approved is called undecided; what nobody answered yet is named as open.
 */
export function replyDraftOf(facts: ReplyFacts): ReplyDraft {
  const language = repliesIn(facts.language);
  const say = speaker(language);
  const statements = [
    ...regret(facts, say),
    ...body(facts, say),
    ...openForCustomer(facts.entries, facts.language).map(
      ({ words, entries }): Statement => ({
        text: say('draft.question', { words }),
        sources: entries.map(messageSource),
      }),
    ),
  ];
  const hello = say('draft.hello', { name: facts.customerName });
  const bye = say('draft.bye', { name: facts.repName });
  const sources = [...statements.flatMap((one) => one.sources), caseSource(facts)];
  return {
    text: [hello, '', statements.map(({ text }) => text).join('\n'), '', bye].join('\n'),
    language,
    statements,
    sources: [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()],
    hints: hints(facts),
  };
}

function regret({ entries, language }: ReplyFacts, say: Say): Statement[] {
  const mood = moodOf(entries, language);
  if (!isUpset(mood.level)) return [];
  return [{ text: say('draft.sorry'), sources: entriesOf(mood).map(messageSource) }];
}

function body(facts: ReplyFacts, say: Say): Statement[] {
  const { outcome, check, proposal, caseNumber } = facts;
  const source = caseSource(facts);
  if (outcome) return outcomeStatements(outcome, source, say);
  if (!check) return [{ text: say('draft.unchecked', { caseNumber }), sources: [source] }];
  return [
    ...checkStatements(check, source, say, repliesIn(facts.language)),
    ...(proposal ? proposalStatement(proposal, source, say) : []),
  ];
}

function outcomeStatements(
  outcome: NonNullable<ReplyFacts['outcome']>,
  source: SourceView,
  say: Say,
): Statement[] {
  const { code, creditNote, reason, notes } = outcome;
  if (notes !== undefined) return [{ text: notes, sources: [source] }];
  const issued: SourceView[] = creditNote ? [{ kind: 'credit_note', id: creditNote.number }] : [];
  return [
    { text: say(`draft.outcome.${code}`, outcome), sources: [source, ...issued] },
    ...(reason === undefined ? [] : [{ text: say('draft.reason', { reason }), sources: [source] }]),
  ];
}

/** A denial is not told before it is decided. */
function proposalStatement(
  proposal: NonNullable<ReplyFacts['proposal']>,
  source: SourceView,
  say: Say,
): Statement[] {
  const what = { credit_note: 'credit', replacement_order: 'order' }[proposal.kind];
  if (what === undefined) return [];
  const text = say(`draft.${what}.${proposal.isApproved ? 'approved' : 'prepared'}`, proposal);
  return [{ text, sources: [source] }];
}

/** What the rep should mind: how the customer sounds, and what they asked in vain. */
function hints({ entries, language, teamLanguage }: ReplyFacts): Statement[] {
  const say = speaker(teamLanguage);
  const mood = moodOf(entries, language);
  const facts = moodFacts(mood, say);
  const inVain = openForCustomer(entries, language).filter(({ entries: asked }) => asked.length > 1);
  return [
    ...(facts ? [{ text: say('hint.mood', facts), sources: entriesOf(mood).map(messageSource) }] : []),
    ...inVain.map(({ words, entries: asked }) => ({
      text: say('hint.again', { words }),
      sources: asked.map(messageSource),
    })),
  ];
}

const caseSource = ({ caseNumber }: ReplyFacts): SourceView => ({ kind: 'case', id: caseNumber });
const messageSource = (entry: number): SourceView => ({ kind: 'message', id: String(entry) });
