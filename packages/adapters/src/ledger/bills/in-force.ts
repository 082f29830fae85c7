import type { FoundDay } from "./day-items.ts";

/** The pieces of a day that are in force: of one export those with the highest number that its chain holds. */
export function inForce(
  found: readonly FoundDay[],
  chainOf: (exportText: string) => readonly number[],
): Map<string, FoundDay[]> {
  const days = new Map<string, FoundDay[]>();
  for (const piece of found) {
    if (!chainOf(piece.export).includes(piece.sequence)) continue;
    const key = dayKey(piece);
    const known = days.get(key);
    if (known === undefined || (known[0]?.sequence ?? 0) < piece.sequence) days.set(key, [piece]);
    else if (known[0]?.sequence === piece.sequence) known.push(piece);
  }
  return days;
}

/** Tells the days of exports apart, in the order of time. */
export function dayKey({ day, export: name }: Pick<FoundDay, "day" | "export">): string {
  return `${String(day).padStart(2, "0")}#${name}`;
}
