/** What this conversation's records show was done; a sentence that says more is a promise without a record. */
export type DoneFacts = {
  readonly credited?: boolean;
  readonly replaced?: boolean;
  readonly caseOpened?: boolean;
  readonly handedOver?: boolean;
  readonly copySent?: boolean;
};
export type PromiseKind = keyof DoneFacts;

const credit = `(?:credit(?:ed|ing)?|refund(?:ed|ing)?|reimburse(?:d|ing)?)`;
const somebody = `(?:i|we|our team|the team|billing|a colleague)`;
const will = `(?:['’]ll|['’]m going to|['’]re going to| will| am going to| are going to| shall)`;
const have = `(?:['’]ve| have| has)`;
const lightly = `(?: (?:now|also|already|just|gladly|then|immediately|fully))?`;

const phrases: Readonly<Record<PromiseKind, readonly RegExp[]>> = {
  credited: [
    new RegExp(String.raw`\b${somebody}(?:${will}|${have})${lightly} ${credit}\b`, 'i'),
    new RegExp(
      String.raw`\b${somebody}(?:${will}|${have})${lightly} (?:issued?|approved?|booked?|granted?|give|given|send|sent) (?:you |a |an |the |your |full |partial )*(?:credit|refund)`,
      'i',
    ),
    new RegExp(
      String.raw`\b(?:has|have|had|was|were)(?: now| already| just)? been (?:${credit}|approved for credit)\b`,
      'i',
    ),
    /\b(?:was|were) (?:credited|refunded|reimbursed)\b/i,
    /\b(?:credit(?: note)?|refund)\b[^.;!?]{0,60}\b(?:has been|have been|was|is|will be) (?:now |already )?(?:issued|approved|granted|booked|paid|on its way)\b/i,
    new RegExp(
      String.raw`\byou(?:${will}) (?:be (?:credited|refunded|reimbursed)|(?:receive|get|have) (?:a |an |the |your |full )*(?:[\S]+ )?(?:credit|refund))`,
      'i',
    ),
    /\b(?:wurden?|wird|werden|worden|haben?|habe)\b[^.;!?]{0,80}\b(?:gutgeschrieben|gutschreiben|erstattet|erstatten|zurückerstattet)\b/i,
    /\b(?:schreibe|schreiben|erstatte|erstatten) (?:ich|wir) (?:Ihnen|dir|den|die|das)\b/i,
    /\b(?:ich|wir) (?:schreiben?|erstatten?) (?:Ihnen|dir)\b/i,
    /\b(?:erhalten|bekommen) Sie (?:eine|die|Ihre) (?:Gutschrift|Erstattung)\b|\bSie (?:erhalten|bekommen) (?:eine|die|Ihre) (?:Gutschrift|Erstattung)\b/i,
    /\bGutschrift\b[^.;!?]{0,60}\b(?:erstellt|ausgestellt|genehmigt|veranlasst|gebucht)\b/i,
  ],
  replaced: [
    new RegExp(
      String.raw`\b${somebody}(?:${will}|${have})${lightly} (?:send|sent|ship|shipped|reorder|reordered|order|ordered|replace|replaced)\b[^.;!?]{0,50}\b(?:goods|missing|rest|remaining|replacement|items?|pieces?|crates?|them|it)\b`,
      'i',
    ),
    /\breplacement\b[^.;!?]{0,40}\b(?:has been|was|is|will be) (?:ordered|sent|shipped|on its way)\b/i,
    /\b(?:Ersatzlieferung|Nachlieferung|Ersatz)\b[^.;!?]{0,60}\b(?:veranlasst|bestellt|unterwegs|verschickt|gesendet)\b/i,
    /\b(?:liefern|schicken|senden) wir\b[^.;!?]{0,60}\bnach\b|\bwir (?:liefern|schicken|senden)\b[^.;!?]{0,60}\bnach\b/i,
  ],
  caseOpened: [
    new RegExp(
      String.raw`\b${somebody}${have}${lightly} (?:opened|created|raised|logged|filed|registered)\b[^.;!?]{0,40}\b(?:case|dispute|claim|ticket)\b`,
      'i',
    ),
    /\b(?:case|dispute|claim)\b[^.;!?]{0,30}\b(?:has been|was|is now) (?:opened|created|raised|logged|filed)\b/i,
    /\bhabe[n]?\b[^.;!?]{0,80}\b(?:Fall|Reklamation|Vorgang)\b[^.;!?]{0,80}\b(?:eröffnet|angelegt|erfasst)\b/i,
  ],
  handedOver: [
    new RegExp(
      String.raw`\b${somebody}(?:${will}|${have})${lightly} (?:transfer(?:red)?|connect(?:ed)?|hand(?:ed)? (?:you|this) over|pass(?:ed)? (?:you|this) (?:on )?to|asked a (?:colleague|person))\b`,
      'i',
    ),
    /\b(?:transferring|connecting|passing|handing) (?:you|this)\b/i,
    /\b(?:verbinde|übergebe|leite) (?:ich )?(?:Sie|dich|das|dies)\b|\bich (?:verbinde|übergebe|leite) (?:Sie|dich|das|dies)\b/i,
    /\bhabe[n]?\b[^.;!?]{0,60}\b(?:Kolleg\p{L}*|Mitarbeiter\p{L}*)\b[^.;!?]{0,40}\b(?:gebeten|übergeben|weitergeleitet|informiert)\b/iu,
  ],
  copySent: [
    new RegExp(
      String.raw`\b${somebody}${have}${lightly} (?:sent|e-?mailed|mailed)\b[^.;!?]{0,40}\b(?:invoice|copy|pdf|document|statement)\b`,
      'i',
    ),
    /\bhabe[n]?\b[^.;!?]{0,60}\b(?:Rechnung|Kopie|PDF)\b[^.;!?]{0,60}\b(?:gesendet|geschickt|gemailt)\b/i,
  ],
};

/** Words that turn a phrase into a condition or a denial when they come before it in its clause. */
const condition =
  /\b(?:if|once|when|whether|unless|until|should|would|could|may|might|before|after|wenn|falls|sobald|sofern|ob|bevor|nachdem|sollte\p{L}*|würde\p{L}*|könnte\p{L}*)\b/iu;
const denial =
  /n['’]t\b|\b(?:not|no|nothing|never|cannot|without|nicht|nichts|kein\p{L}*|nie|ohne|noch nicht)\b/iu;

/** What comes before is then a plan that waits for a yes. */
const asksFirst = /^(?:shall i|should i|do you want me to|soll ich)\b(?!.*\b(?:else|more|sonst|noch)\b)/i;
/** "Say agent and I'll pass you to a colleague" offers, it does not say it was done. */
const invitation = /\b(?:say|tell|ask|write|press|sagen|schreiben|drücken)\b/i;

/** Sentences that say something was done, or will be, for which no record stands. */
export function promisesWithoutRecord(
  answer: string,
  facts: DoneFacts,
): readonly { readonly promise: PromiseKind; readonly sentence: string }[] {
  const sentences = answer.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  return sentences.flatMap((sentence, at) => {
    if (sentence.endsWith('?') || asksFirst.test(sentences[at + 1] ?? '')) return [];
    return (['credited', 'replaced', 'caseOpened', 'handedOver', 'copySent'] as const)
      .filter((promise) => facts[promise] !== true && isPromised(sentence, promise))
      .map((promise) => ({ promise, sentence }));
  });
}

function isPromised(sentence: string, promise: PromiseKind): boolean {
  return phrases[promise].some((pattern) => {
    const found = pattern.exec(sentence);
    if (!found) return false;
    const before = sentence.slice(0, found.index);
    const clause = before.slice(
      Math.max(...[',', ';', ':', ' but ', ' aber '].map((mark) => before.lastIndexOf(mark))) + 1,
    );
    if (promise === 'handedOver' && invitation.test(before)) return false;
    return (
      !condition.test(before) &&
      !denial.test(clause) &&
      !denial.test(found[0]) &&
      !/\b(?:wenn|falls|sobald)\b/i.test(sentence)
    );
  });
}
