import type { Fact } from "./fact.ts";

/** That something came to be. */
export type Created = Fact & { readonly kind: "created" };
/** That its tags were changed. */
export type Tagged = Fact & { readonly kind: "tagged" };
/** That it was deleted. */
export type Ended = Fact & { readonly kind: "ended" };
/** That its live tags were read, which shows that it was there. */
export type Read = Fact & { readonly kind: "read" };

/** What changes a resource. */
export type Moment = Created | Tagged | Ended;

const RANKS = { created: 0, tagged: 1, ended: 2 } as const;

/**
 * Puts moments in the order in which they took effect, without creations that found there what they would have made.
 * Of one instant, creations come first and an ending last; but what was there before ends before another takes its
 * place.
 *
 * @param moments in the order of time
 * @example inOrder([ended, created, tagged]) // at one instant: [created, tagged, ended]
 */
export function inOrder(moments: readonly Moment[]): Moment[] {
  const sorted = moments.toSorted((a, b) => a.at - b.at || RANKS[a.kind] - RANKS[b.kind]);
  const ordered: Moment[] = [];
  let isThere = false;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.at === sorted[from]?.at) to++;
    const together = sorted.slice(from, to);
    const ended = together.filter(({ kind }) => kind === "ended");
    const isReplaced: boolean = isThere && ended.length > 0 && together[0]?.kind === "created";
    const others: Moment[] = together.filter(
      (moment) => moment.kind !== "ended" && !(isThere && !isReplaced && findsIt(moment)),
    );
    ordered.push(...(isReplaced ? [...ended, ...others] : [...others, ...ended]));
    isThere = isReplaced || (ended.length === 0 && (isThere || others.length > 0));
  }
  return ordered;
}

/** A call that may find what is there did not make it. */
function findsIt(moment: Moment): boolean {
  return moment.kind === "created" && moment.mayExist === true;
}
