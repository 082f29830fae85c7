import { itemCount } from "../ledger/write.ts";
import type { HistoryWrite } from "./record-tagging.ts";

/** What is written together, whatever else is split: a life with what it costs, the removal of one, or a fact. */
type Piece = Pick<HistoryWrite, "incarnations" | "accruals" | "removed" | "facts">;

const NOTHING: Piece = { incarnations: [], accruals: [], removed: [], facts: [] };

/**
 * Splits the change of a history into changes that follow each other, none of which is more than so many items. Facts come
 * last: where this breaks off, the event is told again, and whoever knows its facts already would take it for recorded.
 *
 * What others are to hear goes with the last of them.
 *
 * @example splitWrite(write, 99).map(({ version }) => version) // [4, 5]
 */
export function splitWrite({ outgoing = [], ...write }: HistoryWrite, most: number): HistoryWrite[] {
  const parts = split(write, most - outgoing.length);
  return parts.map((part, place) =>
    place === parts.length - 1 && outgoing.length > 0 ? { ...part, outgoing } : part,
  );
}

function split(write: HistoryWrite, most: number): HistoryWrite[] {
  if (itemCount([write]) <= most) return [write];
  const parts: HistoryWrite[] = [];
  for (const piece of piecesOf(write)) {
    const last = parts.at(-1);
    const longer = last === undefined ? undefined : joined(last, piece);
    if (longer !== undefined && itemCount([longer]) <= most) parts[parts.length - 1] = longer;
    else parts.push({ ...write, ...piece, version: write.version + parts.length });
  }
  return parts;
}

function piecesOf({ incarnations, accruals, removed, facts }: HistoryWrite): Piece[] {
  return [
    ...incarnations.map((record) => {
      const own = accruals.filter(({ incarnation }) => incarnation === record.incarnation);
      return { ...NOTHING, incarnations: [record], accruals: own };
    }),
    ...removed.map((id) => ({ ...NOTHING, removed: [id] })),
    ...facts.map((fact) => ({ ...NOTHING, facts: [fact] })),
  ];
}

function joined(write: HistoryWrite, piece: Piece): HistoryWrite {
  return {
    ...write,
    incarnations: [...write.incarnations, ...piece.incarnations],
    accruals: [...write.accruals, ...piece.accruals],
    removed: [...write.removed, ...piece.removed],
    facts: [...write.facts, ...piece.facts],
  };
}
