import type { Sentence } from './goods-sentence.ts';

/** What speaks for some words in a row being the name of the goods. */
export function featuresOfName(sentence: Sentence, first: number, last: number): string[] {
  const { tokens, forms, kinds, place, reading, goods } = sentence;
  const { intent, side, asked } = place;
  const kind = (at: number): string => (at < 0 ? '^' : (kinds[at] ?? '$'));
  const [p1, p2, p3] = [kind(first - 1), kind(first - 2), kind(first - 3)];
  const [n1, n2, n3] = [kind(last + 1), kind(last + 2), kind(last + 3)];
  const head = kind(last);
  const begin = kind(first);
  const form = forms[last] ?? '';
  const whole = kinds.slice(first, last + 1).join(' ');
  const length = last - first;
  const features = [
    `o${length}`,
    `w:${form}`,
    `h:${head}`,
    `b:${begin}`,
    `s:${whole}`,
    `p:${p1}`,
    `q:${p2} ${p1}`,
    `r:${p3} ${p2} ${p1}`,
    `n:${n1}`,
    `m:${n1} ${n2}`,
    `l:${n1} ${n2} ${n3}`,
    `pb:${p1} ${begin}`,
    `qb:${p2} ${p1} ${begin}`,
    `hn:${head} ${n1}`,
    `hm:${head} ${n1} ${n2}`,
    `psn:${p1} ${whole} ${n1}`,
    `oh:${length} ${head}`,
    `op:${length} ${p1}`,
    `on:${length} ${n1}`,
    `ih:${intent} ${head}`,
    `ip:${intent} ${p1} ${head}`,
    `in:${intent} ${head} ${n1}`,
    `is:${intent} ${whole}`,
    `g:${goods} ${head}`,
    `gb:${sentence.firstGoods >= 0 && sentence.firstGoods < first} ${head}`,
    `ga:${sentence.lastGoods > last} ${head}`,
    `gn:${n1 === '~goods'} ${head}`,
    `gp:${p1 === '~goods'} ${head}`,
    `e:${form.slice(-2)}`,
    `f:${form.slice(-3)}`,
    `eh:${head} ${form.slice(-1)}`,
    `ehn:${head} ${form.slice(-1)} ${n1}`,
    `u:${measureBefore(p1, p2)} ${head}`,
    `c:${capitalsOf(tokens[last]?.text ?? '', p1)} ${head}`,
    `t:${reading.language === 'en'} ${head}`,
    `x:${first === 0 ? 'first' : first < 4 ? 'early' : 'late'} ${head}`,
    `y:${last === tokens.length - 1} ${head}`,
    `z:${reading.slots.reason ?? ''} ${head}`,
    `a:${asked ?? ''} ${head}`,
    `d:${side} ${head}`,
    ...clauseFeatures(sentence, first, last, head),
  ];
  if (head.startsWith('~')) features.push(...letterGroups(form));
  for (const word of new Set(forms.slice(Math.max(0, first - 6), first))) features.push(`bw:${word}`);
  for (const word of new Set(forms.slice(last + 1, last + 7))) features.push(`aw:${word}`);
  for (let far = 0; far < 4; far++) {
    if (far < first) features.push(`bk${far}:${kind(first - 1 - far)} ${head}`);
    features.push(`ak${far}:${kind(last + 1 + far)} ${head}`);
  }
  return features;
}

/** Whether a number or a unit stands before: "6 crates of". */
function measureBefore(p1: string, p2: string): string {
  if (/num$/.test(p1)) return 'number';
  if (p1 === '~unit') return /num$/.test(p2) ? 'number unit' : 'unit';
  if (p2 === '~unit') return `unit ${p1}`;
  return /num$/.test(p2) ? 'number word' : 'none';
}

function capitalsOf(text: string, before: string): string {
  if (!/^\p{Lu}/u.test(text)) return 'low';
  if (text === text.toUpperCase()) return 'all';
  return before === '^' || /^[.!?]$/.test(before) ? 'first' : 'capital';
}

/** What the clause of the words tells: a reason, a number, a question. */
function clauseFeatures({ forms, clauses }: Sentence, first: number, last: number, head: string): string[] {
  const [begun, ended] = [clauses[first], clauses[last]];
  if (!begun || !ended) return [];
  const told = begun === ended ? begun.reasons : [...new Set([...begun.reasons, ...ended.reasons])];
  return [
    `kr:${told.length > 0} ${head}`,
    `kn:${begun.hasNumber || ended.hasNumber} ${head}`,
    `kq:${forms[ended.to + 1] === '?'} ${head}`,
    `ke:${begun.from === 0} ${ended.to >= forms.length - 2} ${head}`,
    ...told.map((type) => `kt:${type} ${head}`),
  ];
}

function letterGroups(form: string): Set<string> {
  const framed = `^${form}$`;
  const groups = new Set<string>();
  for (const length of [3, 4])
    for (let at = 0; at + length <= framed.length; at++) groups.add(`v:${framed.slice(at, at + length)}`);
  return groups;
}

/** What speaks for no words being one. */
export function featuresOfNone({ tokens, forms, place, reading, goods }: Sentence): string[] {
  const { intent, side, asked = '' } = place;
  const numbers = Math.min(3, forms.filter((form) => /num$/.test(form)).length);
  const reason = reading.slots.reason ?? '';
  return [
    'none',
    `N:${intent}`,
    `Ng:${goods}`,
    `Nig:${intent} ${goods}`,
    `Nl:${Math.min(6, tokens.length >> 2)}`,
    `Na:${asked}`,
    `Nai:${asked} ${goods} ${intent}`,
    `Nn:${numbers} ${intent}`,
    `Nt:${reading.language === 'en'} ${goods}`,
    `Nr:${reason}`,
    `Nrg:${reason} ${goods}`,
    `Nd:${side}`,
    ...[...new Set(forms)].map((form) => `Nw:${form}`),
  ];
}
