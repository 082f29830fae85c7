import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { session, TEAMS, type Team } from "../../company/teams.ts";
import type { Random } from "../../random.ts";
import type { Call, Scene } from "../call.ts";
import { made } from "../made.ts";
import { bucket } from "../making/data.ts";
import { LEGACY_USER, permitted, principalOf } from "../people.ts";
import type { Principal } from "../principal.ts";
import { afterwards } from "../story.ts";
import { atWork } from "../work-hours.ts";
import { habitual } from "./habits.ts";
import { KIT, type Piece } from "./kit.ts";

/** What the teams' newest projects were given: things that cost nothing by themselves. */
export function* projects(random: Random): Iterable<Call> {
  let index = 0;
  for (const [order, team] of Object.values(TEAMS).entries()) {
    const [, , project] = team.projects;
    for (const piece of KIT.filter((_, number) => (number + order) % 5 < 3)) {
      const { scene, environment } = maker(piece, team, index, random);
      const workload = piece.where === "data" ? "data-processing" : "inference";
      const story = habitual(index, { team, project, workload, environment });
      const making = piece.make(scene, piece.name(project));
      yield* made(making, scene, piece.make === bucket ? afterwards(story) : story);
      index++;
    }
  }
}

// Pipelines work for production; people try things out in the account for it.
function maker({ where }: Piece, team: Team, index: number, random: Random) {
  const scene = (account: Account, by: Principal): Scene => ({
    account,
    region: REGIONS.virginia,
    by,
    at: atWork(random),
  });
  const account = where === "data" ? ACCOUNTS.data : team[where];
  if (index % 7 === 5) {
    const by = permitted(ACCOUNTS.development, "engineer", random.pick(team.engineers));
    return { scene: scene(ACCOUNTS.development, by), environment: "dev" } as const;
  }
  if (where === "data" && index % 2 === 0)
    return { scene: scene(account, LEGACY_USER), environment: "prod" } as const;
  const who = index % 3 === 0 ? random.pick(team.engineers) : "pipeline";
  const environment = who === "pipeline" ? "prod" : "staging";
  return { scene: scene(account, principalOf(session(account, team, who))), environment } as const;
}
