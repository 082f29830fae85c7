import { type Amount, sum } from "../../../../costs/money.ts";
import type { Report } from "../../../report.ts";
import { type Extent, FULL, place } from "../scale.ts";
import type { TeamSpend } from "../team-spend.ts";

const GAP = 60;

/** The parts of a bill in the order in which they are drawn. */
export const PARTS = ["direct", "shared", "unallocated", "excluded"] as const;

/** One of the four parts of a bill. */
export type Part = (typeof PARTS)[number];

/** A team's place: what it bears directly, then what came through pools. */
export interface TeamNode {
  readonly extent: Extent;
  readonly direct: Extent;
  readonly shared: Extent;
}

/** Money that runs from one layer to the next. */
export interface Ribbon {
  readonly part: Part;
  readonly from: Extent;
  readonly to: Extent;
}

/** Where everything stands in the picture of a bill: bill, its parts, teams; one width is the same money in each. */
export interface Funnel {
  readonly bill: Extent;
  readonly parts: Readonly<Record<Part, Extent>>;
  readonly teams: readonly TeamNode[];
  readonly toParts: readonly Ribbon[];
  readonly toTeams: readonly Ribbon[];
}

/** Lays the picture out; widths are costs before credits, since a width cannot be less than nothing. */
export function layOutFunnel(totals: Report["totals"], teams: readonly TeamSpend[]): Funnel {
  const amounts: Record<Part, Amount> = {
    direct: sum(teams.map(({ direct }) => drawn(direct))),
    shared: sum(teams.map(({ shared }) => drawn(shared))),
    unallocated: drawn(totals.unallocated),
    excluded: drawn(totals.excluded),
  };
  const whole = sum(Object.values(amounts));
  const gaps = GAP * Math.max(PARTS.length - 1, teams.length - 1);
  const size = (amount: Amount) => place(drawn(amount), whole, FULL - gaps);

  const bill = { start: gaps >> 1, end: (gaps >> 1) + size(whole) };
  const parts = row(
    PARTS.map((part) => size(amounts[part])),
    (gaps - GAP * (PARTS.length - 1)) >> 1,
  );
  const byPart = (part: Part) => parts[PARTS.indexOf(part)] ?? { start: 0, end: 0 };
  const nodes = teamRow(teams, size);
  return {
    bill,
    parts: {
      direct: byPart("direct"),
      shared: byPart("shared"),
      unallocated: byPart("unallocated"),
      excluded: byPart("excluded"),
    },
    teams: nodes,
    toParts: split(
      bill,
      PARTS.map((part) => ({ part, to: byPart(part) })),
    ),
    toTeams: (["direct", "shared"] as const).flatMap((part) =>
      split(
        byPart(part),
        nodes.map((node) => ({ part, to: node[part] })),
      ),
    ),
  };
}

function teamRow(teams: readonly TeamSpend[], size: (amount: Amount) => number): TeamNode[] {
  const extents = row(
    teams.map(({ direct, shared }) => size(direct) + size(shared)),
    0,
  );
  return teams.map(({ direct }, index) => {
    const { start, end } = extents[index] ?? { start: 0, end: 0 };
    const middle = start + size(direct);
    return { extent: { start, end }, direct: { start, end: middle }, shared: { start: middle, end } };
  });
}

function drawn(amount: Amount): Amount {
  return amount > 0n ? amount : 0n;
}

function row(sizes: readonly number[], start: number): Extent[] {
  let at = start;
  return sizes.map((size) => {
    const extent = { start: at, end: at + size };
    at += size + GAP;
    return extent;
  });
}

function split(from: Extent, targets: readonly { readonly part: Part; readonly to: Extent }[]): Ribbon[] {
  let at = from.start;
  return targets.map(({ part, to }) => {
    const ribbon = { part, from: { start: at, end: at + to.end - to.start }, to };
    at = ribbon.from.end;
    return ribbon;
  });
}
