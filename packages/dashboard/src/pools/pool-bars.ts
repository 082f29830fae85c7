import { type Look, workloadLook } from "../charts/looks.ts";
import { type Amount, largestFirst, sum } from "../money/amount.ts";
import type { Bar, Segment } from "../projects/bars.ts";
import { fold } from "../spend/fold.ts";
import type { PoolRow } from "./pool-rows.ts";

const MOST_BARS = 16;
/** As many as there are paints. */
const MOST_TEAMS = 5;

/** A bar per pool, the dearest first: the share of one team in it, or those of all. */
export function poolBars(rows: readonly PoolRow[], team: string | null): readonly Bar[] {
  const teams = team === null ? dearestTeams(rows) : [];
  const bars = rows
    .map((row): Bar => {
      const own = team === null ? teamSegments(row, teams) : segment(team, row.borne, "shared");
      const nobodys = [
        ...segment("idle", row.idle ?? 0n, "excluded"),
        ...segment("nobody’s", row.unallocated ?? 0n, "unallocated"),
      ];
      const rest = row.amount - sum([...own, ...nobodys].map(({ amount }) => amount));
      const segments = [...own, ...segment("others", rest, "others"), ...nobodys];
      return { label: row.pool, value: row.pool, total: row.amount, segments };
    })
    .sort(largestFirst(({ total }) => total));
  return fold(bars, MOST_BARS, (others) => {
    const total = sum(others.map((bar) => bar.total));
    const label = `${others.length} other pools`;
    return { label, value: null, total, segments: segment(label, total, "others") };
  });
}

/** What the paints of bars mean, each once. */
export function legendOf(bars: readonly Bar[]): readonly { readonly look: Look; readonly label: string }[] {
  const known = new Map(bars.flatMap(({ segments }) => segments).map(({ label, look }) => [label, look]));
  return [...known].map(([label, look]) => ({ label, look }));
}

function teamSegments({ shares }: PoolRow, teams: readonly string[]): readonly Segment[] {
  return teams.flatMap((team, rank) =>
    segment(team, shares.find((share) => share.team === team)?.amount ?? 0n, workloadLook(rank)),
  );
}

/** The teams with a paint of their own: those that bear most of all pools. */
function dearestTeams(rows: readonly PoolRow[]): readonly string[] {
  const sums = new Map<string, Amount>();
  for (const { team, amount } of rows.flatMap(({ shares }) => shares))
    sums.set(team, (sums.get(team) ?? 0n) + amount);
  const teams = [...sums].sort(largestFirst(([, amount]) => amount)).map(([team]) => team);
  return teams.slice(0, MOST_TEAMS);
}

function segment(label: string, amount: Amount, look: Look): readonly Segment[] {
  return amount === 0n ? [] : [{ label, amount, look }];
}
