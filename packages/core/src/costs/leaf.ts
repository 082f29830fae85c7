import { DIMENSIONS, type Dimension } from "../config/definition/match.ts";

/** The finest cell of spend: a value of each dimension, or null where there is none. */
export type Leaf = Readonly<Record<Dimension, string | null>>;

/** The project under which a team's share of a pool stands when the driver knows no project or experiment. */
export const SHARED_PROJECT = "shared";

/** The leaf that belongs to nobody yet. */
export const NO_LEAF: Leaf = {
  team: null,
  project: null,
  workload: null,
  environment: null,
  experiment: null,
};

/** The leaf of shared fees of a team. */
export function sharedLeaf(team: string): Leaf {
  return { ...NO_LEAF, team, project: SHARED_PROJECT };
}

/** A key that tells leaves apart and orders them; null comes before every value. */
export function leafKey(leaf: Leaf): string {
  return DIMENSIONS.map((dimension) => leaf[dimension] ?? "\u0000").join("\u0001");
}
