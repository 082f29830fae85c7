import type { PlanInput } from "./input.ts";

/** A notice on which a quarantine may follow. */
export type Told = {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The deadline that it named; null where it announced no quarantine, undefined where nobody knows. */
  readonly deadline: number | null | undefined;
};

/**
 * The notice that counts: one about the present deviation, which no quarantine has followed yet. A notice about an
 * earlier one, and one that was used up, warn of nothing.
 *
 * @example toldOf(input) // { at: 1_788_264_000_000, deadline: 1_788_350_400_000 }
 */
export function toldOf({
  standing: { since },
  history,
}: Pick<PlanInput, "standing" | "history">): Told | null {
  const { notifiedAt, deadline } = history;
  if (notifiedAt === null || since === null || notifiedAt < since) return null;
  return notifiedAt > lastQuarantine(history) ? { at: notifiedAt, deadline } : null;
}

/** When a resource was last quarantined, in epoch milliseconds; -Infinity where it never was. */
export function lastQuarantine({ quarantinedAt }: Pick<PlanInput["history"], "quarantinedAt">): number {
  return quarantinedAt.reduce((latest, at) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
}
