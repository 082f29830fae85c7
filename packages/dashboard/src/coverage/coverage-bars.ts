import type { Look } from "../charts/looks.ts";
import type { Bar } from "../projects/bars.ts";
import { type CoverageRow, wayWords } from "./coverage-rows.ts";

const LOOKS: Readonly<Record<string, Look>> = {
  tag: "direct",
  ledger: "workload-5",
  assign: "excluded",
  principal: "unallocated",
  account: "others",
  policy: "nothing",
};

/** How a way in which a team was found is painted. */
export function lookOfWay(by: string): Look {
  return LOOKS[by] ?? "others";
}

/** A bar per team: its direct cost by how its team was found. */
export function coverageBars(rows: readonly CoverageRow[]): readonly Bar[] {
  return rows.map(({ team, direct, ways }) => ({
    label: team ?? "all",
    value: team,
    total: direct,
    segments: ways
      .filter(({ amount }) => amount !== 0n)
      .map(({ by, amount }) => ({ label: wayWords(by), amount, look: lookOfWay(by) })),
  }));
}
