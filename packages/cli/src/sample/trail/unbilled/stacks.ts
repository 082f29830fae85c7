import { REGIONS } from "../../company/regions.ts";
import { cleanTags, type Tags } from "../../company/tags.ts";
import { session, TEAMS, type Team } from "../../company/teams.ts";
import type { Random } from "../../random.ts";
import type { Call } from "../call.ts";
import { made } from "../made.ts";
import { role } from "../making/access.ts";
import { stack, stackArn } from "../making/delivery.ts";
import { lambda } from "../making/functions.ts";
import { queue, rule, topic } from "../making/messages.ts";
import { logGroup } from "../making/watching.ts";
import type { Maker } from "../making.ts";
import { principalOf } from "../people.ts";
import { through } from "../principal.ts";
import { asked } from "../story.ts";
import { atWork } from "../work-hours.ts";

const RESOURCES: readonly (readonly [logicalId: string, make: Maker])[] = [
  ["Role", role],
  ["Function", lambda],
  ["Queue", queue],
  ["Topic", topic],
  ["Rule", rule],
  ["Logs", (place, name) => logGroup(place, `/aws/lambda/${name}`)],
];

/** Stacks of CloudFormation, whose resources get the tags of the stack and three of its own. */
export function* stacks(random: Random): Iterable<Call> {
  const { platform, personalization, forecasting } = TEAMS;
  const tags = (team: Team, project: string) =>
    cleanTags({ team, project, workload: "inference", environment: "prod" });
  yield* resources("drift-monitor", platform, tags(platform, "observability"), random);
  yield* resources(
    "email-previews",
    personalization,
    { ...tags(personalization, "email-recommendations"), "ml-team": "perso" },
    random,
  );
  yield* resources("price-alerts", forecasting, {}, random);
}

function* resources(name: string, team: Team, tags: Tags, random: Random): Iterable<Call> {
  const account = team.serving;
  const by = principalOf(session(account, team, "pipeline"));
  const scene = { account, region: REGIONS.virginia, by, at: atWork(random) };
  yield* made(stack(scene, name), scene, asked(tags));
  for (const [index, [logicalId, make]] of RESOURCES.entries()) {
    const own = {
      ...tags,
      "aws:cloudformation:stack-name": name,
      "aws:cloudformation:stack-id": stackArn(scene, name),
      "aws:cloudformation:logical-id": logicalId,
    };
    const inside = {
      ...scene,
      by: through(by, "cloudformation.amazonaws.com"),
      at: scene.at + 5 + index * 4,
    };
    yield* made(make(scene, `${name}-${logicalId.toLowerCase()}`), inside, asked(own));
  }
}
