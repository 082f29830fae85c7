import type { Random } from "../random.ts";
import type { Team } from "./teams.ts";

/** Tags as they are on a resource. */
export type Tags = Readonly<Record<string, string>>;

/** Why a resource exists. */
export interface Purpose {
  readonly team: Team;
  readonly project: string;
  readonly workload: "training" | "inference" | "data-processing" | "notebook";
  readonly environment: "dev" | "staging" | "prod";
  readonly experiment?: string;
}

/** The tags of somebody who follows the schema. */
export function cleanTags(purpose: Purpose): Tags {
  return {
    "ml-team": purpose.team.name,
    "ml-project": purpose.project,
    "ml-workload-type": purpose.workload,
    "ml-environment": purpose.environment,
    ...(purpose.experiment ? { "ml-experiment-id": purpose.experiment } : {}),
  };
}

/** The tags that a team really sets: mostly clean, in the ways of that team otherwise. */
export function usualTags(random: Random, purpose: Purpose): Tags {
  const clean = cleanTags(purpose);
  if (random.chance(purpose.team.tidiness)) return clean;
  const { name, alias } = purpose.team;
  return random.pick<() => Tags>([
    () => ({ ...clean, "ml-team": name.toUpperCase() }),
    () => ({ ...clean, "ml-team": `${name} ` }),
    () => ({ ...clean, "ml-team": alias }),
    () => ({ ...clean, "ml-environment": purpose.environment === "prod" ? "production" : "Development" }),
    // The key that was usual before the schema; still read as the team.
    () => ({ team: alias, "cost-center": purpose.team.costCenter }),
    () => ({ ...clean, "ml-team": random.pick(["vision", "tbd", "data-science"]) }),
    () => ({ "ml-project": purpose.project, "ml-environment": purpose.environment }),
    () => ({ owner: random.pick(purpose.team.engineers), "cost-center": "CC-9000" }),
    () => ({}),
  ])();
}
