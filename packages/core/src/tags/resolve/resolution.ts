import { EVIDENCE, type Evidence } from "./evidence.ts";

/** Whose a resource is, and how sure that is. */
export type Resolution = {
  /** Null where nothing speaks for anyone, or equally much for two. */
  readonly team: string | null;
  /** Between 0 and 1; what speaks for others lowers it. */
  readonly confidence: number;
  /** All that speaks for anyone, strongest first. */
  readonly evidence: readonly Evidence[];
};

/** What is known of a resource that nothing is known of. */
export const NOBODY: Resolution = { team: null, confidence: 0, evidence: [] };

const PLACES = 1e4;

/**
 * Weighs evidence: sources that agree add up, a rival takes its share away.
 *
 * @example weigh([evidence("principal", "vision", "…")]) // { team: "vision", confidence: 0.9, … }
 */
export function weigh(all: readonly Evidence[]): Resolution {
  if (all.length === 0) return NOBODY;
  const sorted = all.toSorted((a, b) => b.weight - a.weight || compare(rank(a), rank(b)));
  const scores = [...new Set(sorted.map(({ team }) => team))]
    .map((team) => ({ team, score: scoreOf(sorted.filter((each) => each.team === team)) }))
    .sort((a, b) => b.score - a.score);
  const [best, rival] = scores;
  if (best === undefined || best.score === rival?.score) return { ...NOBODY, evidence: sorted };
  const share = best.score / (best.score + (rival?.score ?? 0));
  return { team: best.team, confidence: Math.round(best.score * share * PLACES) / PLACES, evidence: sorted };
}

/** One less the chance that every source is wrong. */
function scoreOf(sorted: readonly Evidence[]): number {
  const bySource = new Map<string, number>();
  for (const { kind, weight } of sorted) {
    const { source } = EVIDENCE[kind];
    bySource.set(source, Math.max(weight, bySource.get(source) ?? 0));
  }
  return 1 - [...bySource.values()].sort((a, b) => a - b).reduce((wrong, weight) => wrong * (1 - weight), 1);
}

function rank({ team, kind, detail }: Evidence): string {
  return `${team}\u0000${kind}\u0000${detail}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
