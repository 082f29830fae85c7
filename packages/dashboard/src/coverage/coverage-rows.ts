import type { CoverageAnswer } from "../api/answers.ts";
import { type Amount, largestFirst, parseAmount } from "../money/amount.ts";
import { parseRatio, type Ratio } from "../money/ratio.ts";

/** An amount by the way in which its team was found. */
export interface Way {
  readonly by: string;
  readonly amount: Amount;
}

/** Whose money, and how much of it says by its tags whose it is. */
export interface CoverageRow {
  /** Null for all together. */
  readonly team: string | null;
  readonly direct: Amount;
  readonly covered: Amount;
  readonly missing: Amount;
  /** Covered of direct; null where nothing is direct, or where credits make a fraction say nothing. */
  readonly fraction: Ratio | null;
  readonly ways: readonly Way[];
}

/** Tags, the own and the remembered; all else is a guess that a tag could replace. */
const TAGGED: ReadonlySet<string> = new Set(["tag", "ledger"]);

/** What each way means, the surest first. */
const WORDS: Readonly<Record<string, string>> = {
  tag: "its own tag",
  ledger: "the tag that it carried then",
  assign: "a rule of the configuration",
  principal: "who made it",
  account: "its account",
  policy: "what it relates to",
};

/** What a way in which a team was found means. */
export function wayWords(by: string): string {
  return WORDS[by] ?? by;
}

/** Whether a way in which a team was found is a tag. */
export function isTagged(by: string): boolean {
  return TAGGED.has(by);
}

/** The whole, and each team: those first of which most is missing. */
export function coverageRows({ teams, ...whole }: CoverageAnswer): {
  readonly whole: CoverageRow;
  readonly teams: readonly CoverageRow[];
} {
  const rows = teams.map(({ team, ...own }) => coverageRow(team, own));
  return { whole: coverageRow(null, whole), teams: rows.sort(largestFirst(({ missing }) => missing)) };
}

/** What is missing, by the way in which the team was found instead: the largest first. */
export function missingOf({ ways }: CoverageRow): readonly Way[] {
  return ways
    .filter(({ by, amount }) => !isTagged(by) && amount !== 0n)
    .sort(largestFirst(({ amount }) => amount));
}

function coverageRow(
  team: string | null,
  { direct, covered, fraction, by }: Pick<CoverageAnswer, "direct" | "covered" | "fraction" | "by">,
): CoverageRow {
  const [all, tagged] = [parseAmount(direct), parseAmount(covered)];
  return {
    team,
    direct: all,
    covered: tagged,
    missing: all - tagged,
    fraction: fraction === null ? null : parseRatio(fraction),
    ways: by.map((way) => ({ by: way.by, amount: parseAmount(way.amount) })),
  };
}
