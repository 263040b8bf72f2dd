import type { PolicyPassage } from '#domain/views/account-view.ts';
import type { Embedder } from '#models/embedding/embedder.ts';
import {
  caseIdsWithoutVector,
  passagesById,
  replacePassages,
  saveCaseVectors,
} from '#storage/cases/vectors.ts';
import type { Database, Near } from '#storage/database.ts';
import { type PolicyDocument, splitPolicy } from './split-policies.ts';

/** A closed case as it is found again: what it was about, without names or addresses. */
export type CaseText = { readonly caseId: string; readonly accountId: string; readonly text: string };

/** Finds policies and resolved cases by meaning. It finds; it does not answer. */
export type Knowledge = {
  /** Passages nearest to a question, best first; what is too far away is left out. */
  policies(question: string, limit: number): Promise<PolicyPassage[]>;
  /** Resolved cases nearest to a text, ranked only among those the filter allows. */
  similarCases(text: string, filter: { accountId?: string; except?: string }, limit: number): Promise<Near[]>;
  indexPolicy(document: PolicyDocument): Promise<void>;
  indexCases(cases: readonly CaseText[]): Promise<void>;
  casesToIndex(): Promise<string[]>;
};

/** Below this likeness (cosine) a passage is about something else. */
const leastLikeness = 0.25;

export const openKnowledge = (db: Database, embedder: Embedder): Knowledge => ({
  async policies(question, limit) {
    const [vector] = await embedder.embed([question]);
    if (!vector) return [];
    const near = (await db.nearest('policyPassages', vector, { embedder: embedder.name }, limit)).filter(
      (found) => found.score >= leastLikeness,
    );
    const rows = await passagesById(
      db,
      near.map((found) => found.id),
    );
    return near.flatMap(({ id, score }) => {
      const row = rows.find((candidate) => candidate.id === id);
      if (!row) return [];
      const { id: _, ...passage } = row;
      return [{ ...passage, score: Math.round(score * 1000) / 1000 }];
    });
  },
  async similarCases(text, filter, limit) {
    const [vector] = await embedder.embed([text]);
    return vector ? db.nearest('caseVectors', vector, { ...filter, embedder: embedder.name }, limit) : [];
  },
  async indexPolicy(document) {
    const passages = await splitPolicy(document);
    const vectors = await embedder.embed(passages.map((passage) => `${passage.section}\n${passage.text}`));
    await replacePassages(
      db,
      document.name,
      passages.map((passage, at) => ({ ...passage, embedder: embedder.name, embedding: vectors[at] ?? [] })),
    );
  },
  async indexCases(cases) {
    const vectors = await embedder.embed(cases.map((one) => one.text));
    await saveCaseVectors(
      db,
      cases.map((one, at) => ({ ...one, embedder: embedder.name, embedding: vectors[at] ?? [] })),
    );
  },
  casesToIndex: () => caseIdsWithoutVector(db, embedder.name),
});
