import * as format from './format.ts';

export type Fact = string | number | boolean | undefined | null | Facts | readonly Facts[];
/** What a reply's places are filled from. */
export type Facts = { readonly [name: string]: Fact };

const repeated = /\{\*([\w.]+)\}([\s\S]*?)\{\/\*\}/g;
const conditional = /\{\?([\w.]+)\}((?:(?!\{\?)[\s\S])*?)(?:\{:\}((?:(?!\{\?)[\s\S])*?))?\{\/\}/g;
const place = /\{([\w.]+)(?:\|([\w:.]+))?\}/g;

/** Fills a template: {name}, {name|money}, {?name}…{:}…{/}, {*list}…{#}…{/*}. A place without a fact stays empty. */
export function fill(template: string, facts: Facts, language: string): string {
  let text = template.replace(repeated, (_, name: string, body: string) => {
    const items = factAt(facts, name);
    if (!isList(items)) return '';
    return items
      .map((item, index) =>
        fill(body.replaceAll('{#}', String(index + 1)), { currency: facts.currency, ...item }, language),
      )
      .join('');
  });
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(conditional, (_, name: string, then: string, otherwise: string | undefined) =>
      holds(factAt(facts, name)) ? then : (otherwise ?? ''),
    );
  }
  return text.replace(place, (_, name: string, filter: string | undefined) =>
    written(factAt(facts, name), filter, facts, language),
  );
}

const isList = (fact: Fact): fact is readonly Facts[] => Array.isArray(fact);
const isFacts = (fact: Fact): fact is Facts =>
  typeof fact === 'object' && fact !== null && !Array.isArray(fact);

function factAt(facts: Facts, path: string): Fact {
  let found: Fact = facts;
  for (const name of path.split('.')) found = isFacts(found) ? found[name] : undefined;
  return found;
}

const holds = (fact: Fact): boolean =>
  isList(fact)
    ? fact.length > 0
    : !(
        fact === undefined ||
        fact === null ||
        fact === '' ||
        fact === false ||
        fact === 0 ||
        fact === '0' ||
        fact === '0.00'
      );

function written(fact: Fact, filter: string | undefined, facts: Facts, language: string): string {
  if (fact === undefined || fact === null || typeof fact === 'object') return '';
  const text = String(fact);
  const [name, of] = filter?.split(':') ?? [];
  const other = factAt(facts, of ?? 'currency');
  const second = typeof other === 'string' ? other : undefined;
  if (name === 'money') return format.money(text, second, language);
  if (name === 'date') return format.day(text, language);
  if (name === 'month') return format.monthName(text, language);
  if (name === 'time')
    return of === undefined
      ? format.moment(text, language)
      : format.momentIn(text, second ?? 'UTC', language);
  if (name === 'in') return format.quantity(text, second ?? 'C62', language);
  return name === 'number' ? format.plainNumber(text, language) : text;
}
