import type { ConversationFacts } from '#domain/record-writer.ts';
import type { ConversationSummary } from '#domain/views/conversation-summary.ts';
import type { LogEntry } from '#domain/views/log-entry.ts';
import { asksForPerson } from '../reading.ts';
import { repliesIn, type Say, speaker } from '../speak/replies.ts';
import { claimSentences } from './claim-sentences.ts';
import { cuesOf } from './cues.ts';
import { customerMessages } from './customer-messages.ts';
import { lookedUp } from './looked-up.ts';
import { entriesOf, moodFacts, moodOf } from './mood.ts';
import { openForCustomer, openForUs } from './open-questions.ts';
import { quoted, sentencesOf } from './quotes.ts';
import { entrySource, recordSource, type Sentence } from './sentence.ts';

const mostLookups = 5;
const mostPromises = 3;

/**
 * What a person needs to know before taking over, each sentence with the entries or records that bear it out. Nothing is in it that
 * no source says; the customer's own words are quoted, never repeated as facts.
 */
export function summaryOf(facts: ConversationFacts, language: string): ConversationSummary {
  const spoken = repliesIn(language);
  const say = speaker(spoken);
  const asked = openForCustomer(facts.entries, facts.language);
  const unanswered = openForUs(facts.entries);
  return {
    sentences: [
      ...who(facts, say),
      ...claimSentences(facts, say),
      ...promises(facts, say),
      ...checked(facts, say),
      ...wants(facts, say),
      ...mood(facts, say),
      ...asked.map(
        ({ words, entries }): Sentence => ({
          topic: 'open_question',
          text: say(entries.length > 1 ? 'summary.asked.again' : 'summary.asked', { words }),
          sources: entries.map(entrySource),
        }),
      ),
      ...(unanswered
        ? [
            {
              topic: 'open_question' as const,
              text: say('summary.asked.us', { words: unanswered.words }),
              sources: unanswered.entries.map(entrySource),
            },
          ]
        : []),
      ...nextStep(facts, say),
    ],
    language: spoken,
  };
}

function who({ customer, entries }: ConversationFacts, say: Say): Sentence[] {
  if (customer) {
    const text = say('summary.who', { name: customer.name, account: customer.accountName });
    return [{ topic: 'who', text, sources: [recordSource(customer.personId)] }];
  }
  const first = entries.find(({ author }) => author === 'customer');
  return first ? [{ topic: 'who', text: say('summary.who.visitor'), sources: [entrySource(first.seq)] }] : [];
}

/** What people on our side promised in the chat, in their words. */
function promises({ entries, language }: ConversationFacts, say: Say): Sentence[] {
  const { promise } = cuesOf(language);
  return entries
    .flatMap(({ seq, author, authorName, body }: LogEntry) =>
      author !== 'rep' || body.kind !== 'message'
        ? []
        : sentencesOf(body.text)
            .filter((sentence) => promise.test(sentence))
            .map((sentence): Sentence => {
              const text = say('summary.promise', { name: authorName, words: quoted(sentence) });
              return { topic: 'promised', text, sources: [entrySource(seq)] };
            }),
    )
    .slice(-mostPromises);
}

/** What was looked up, each record once, as it was found last. */
function checked({ lookups }: ConversationFacts, say: Say): Sentence[] {
  const newest = new Map<string, Sentence>();
  for (const { tool, result, entry } of lookups) {
    const found = lookedUp(tool, result, say);
    if (!found) continue;
    newest.set(`${tool} ${found.record}`, {
      topic: 'checked',
      text: found.text,
      sources: [recordSource(found.record), ...(entry === undefined ? [] : [entrySource(entry)])],
    });
  }
  return [...newest.values()].slice(-mostLookups);
}

/** The first and the last thing the customer wrote that says something. */
function wants({ entries, language }: ConversationFacts, say: Say): Sentence[] {
  const messages = customerMessages(entries, language);
  const telling = messages.filter(
    ({ text }) => text.split(/\s+/).length > 2 && !asksForPerson(text) && /\p{L}/u.test(text),
  );
  const first = telling[0] ?? messages[0];
  const last = telling.at(-1) ?? messages.at(-1);
  return [...new Set([first, last])]
    .filter((message) => message !== undefined)
    .map(({ entry, text }) => ({
      topic: 'wants',
      text: say('summary.wrote', { words: quoted(text) }),
      sources: [entrySource(entry)],
    }));
}

function mood({ entries, language }: ConversationFacts, say: Say): Sentence[] {
  const found = moodOf(entries, language);
  const facts = moodFacts(found, say);
  if (!facts) return [];
  const text = say('summary.mood', facts);
  return [
    {
      topic: 'mood',
      text: text.charAt(0).toUpperCase() + text.slice(1),
      sources: entriesOf(found).map(entrySource),
    },
  ];
}

function nextStep({ dispute, entries, language }: ConversationFacts, say: Say): Sentence[] {
  const step = (key: string, words: string | undefined, sources: Sentence['sources']): Sentence[] => [
    { topic: 'next_step', text: say(key, { words }), sources },
  ];
  const isOpen = dispute !== undefined && dispute.outcome === undefined && dispute.state !== 'cancelled';
  if (isOpen) return step('next.check', undefined, [recordSource(dispute.caseNumber)]);
  const asked = openForCustomer(entries, language).at(-1);
  if (asked) return step('next.answer', asked.words, asked.entries.map(entrySource));
  const unanswered = openForUs(entries);
  if (unanswered) return step('next.ask', unanswered.words, unanswered.entries.map(entrySource));
  const last = customerMessages(entries, language).at(-1);
  return last ? step('next.last', undefined, [entrySource(last.entry)]) : [];
}
