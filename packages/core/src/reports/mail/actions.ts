import { SHARED_PROJECT } from "../../costs/leaf.ts";
import { type Amount, sum } from "../../costs/money.ts";
import { establishedSums } from "../established.ts";
import type { MonthCell } from "../month/cell.ts";
import type { EstablishedSum, LeafAmount } from "../report.ts";
import type { StatementMonth } from "./month.ts";
import { type Place, placesOf } from "./places.ts";
import { monthlyOf, type StatementViolation } from "./violation.ts";

/** Something that a team can do, and the money that it is about. */
export interface Action {
  readonly kind: "fix" | "tag-team" | "tag-project" | "tag-experiment";
  /** The month's cost that is about it; of a resource, what it costs in a month. */
  readonly amount: Amount;
  /** The tag that is to be set; null where a resource is to be put right. */
  readonly tag: string | null;
  /** By what the team is known where no tag names it; empty where it is about something else. */
  readonly known: readonly KnownBy[];
  /** Where most of the money is; empty where that is not known, or the team's name is what is missing. */
  readonly places: readonly Place[];
  /** What is to be put right; null where it is no single resource. */
  readonly violation: StatementViolation | null;
}

/** Direct cost whose team something else than a tag says. */
type KnownBy = Pick<EstablishedSum, "by" | "amount">;

/** What actions follow from, besides what a team bears. */
interface Reasons {
  /** How the team of its direct cost was established. */
  readonly established: readonly EstablishedSum[];
  /** What its money is made of; null where that is not known. */
  readonly cells: readonly MonthCell[] | null;
  readonly violations: readonly StatementViolation[];
  readonly month: Pick<StatementMonth, "config">;
  /** How many are told at most. */
  readonly most: number;
}

const MOST_PLACES = 3;

/** What is to be done, where the most money is first. */
export function actionsOf(
  leaves: readonly LeafAmount[],
  { established, cells, violations, month, most }: Reasons,
): Action[] {
  const { team, project, experiment } = month.config.dimensions;
  const direct = leaves.filter(({ leaf }) => leaf.project !== SHARED_PROJECT);
  const untold = (
    kind: "tag-project" | "tag-experiment",
    keys: Keys,
    isAsked: (leaf: MonthCell["leaf"]) => boolean,
  ): Action => ({
    ...NOTHING,
    kind,
    amount: sum(direct.filter(({ leaf }) => isAsked(leaf)).map((each) => each.direct)),
    tag: firstOf(keys),
    places: placesOf(cells ?? [], isAsked, MOST_PLACES),
  });
  // What a policy decides, as of taxes and credits, has nothing that could be tagged.
  const known = establishedSums(established.filter(({ by }) => !["tag", "ledger", "policy"].includes(by)));
  const actions: Action[] = [
    {
      ...NOTHING,
      kind: "tag-team",
      amount: sum(known.map(({ amount }) => amount)),
      tag: firstOf(team),
      known,
    },
    untold("tag-project", project, (leaf) => leaf.project === null),
    untold("tag-experiment", experiment, (leaf) => leaf.workload === "training" && leaf.experiment === null),
    ...violations.map(
      (violation): Action => ({ ...NOTHING, kind: "fix", amount: monthlyOf(violation) ?? 0n, violation }),
    ),
  ];
  return actions
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1))
    .slice(0, most);
}

type Keys = string | readonly string[] | undefined;

const NOTHING = { tag: null, known: [], places: [], violation: null } as const;

function firstOf(keys: Keys): string | null {
  return [keys].flat()[0] ?? null;
}
