import { groupBy } from "@tagledger/core/text/group-by";
import type { FoundHeader } from "./found-days.ts";

/** The days that are in force: of one day and export the pieces with the highest number that its chain holds. */
export function inForce<Piece extends FoundHeader>(
  found: readonly Piece[],
  chainOf: (exportText: string) => readonly number[],
): Map<string, Piece[]> {
  const held = found.filter((piece) => chainOf(piece.export).includes(piece.sequence));
  const days = [...groupBy(held, dayKey)].map(([key, pieces]) => {
    const last = Math.max(...pieces.map(({ sequence }) => sequence));
    return [key, pieces.filter(({ sequence }) => sequence === last)] as const;
  });
  return new Map(days);
}

/** Whether pieces of a day say that it is gone. */
export function isGone([first]: readonly FoundHeader[]): boolean {
  return first?.header.hash === null;
}

/** Tells the days of exports apart, in the order of time. */
export function dayKey({ day, export: name }: Pick<FoundHeader, "day" | "export">): string {
  return `${String(day).padStart(2, "0")}#${name}`;
}
