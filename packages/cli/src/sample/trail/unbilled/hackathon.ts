import { ACCOUNTS } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { TEAMS } from "../../company/teams.ts";
import { DAY, HOUR } from "../../month.ts";
import type { Random } from "../../random.ts";
import type { Call } from "../call.ts";
import { made } from "../made.ts";
import { bucket, table } from "../making/data.ts";
import { lambda } from "../making/functions.ts";
import { queue, topic } from "../making/messages.ts";
import type { Maker } from "../making.ts";
import { permitted } from "../people.ts";
import { asked } from "../story.ts";

const MAKERS: readonly Maker[] = [bucket, table, topic, lambda, queue];

// Monday to Friday, when nobody had to tag; and the Tuesday after, when one of them went on.
const DAYS = [13, 14, 15, 16, 17, 21];

/** What people tried in the week of the hackathon. */
export function* hackathon(random: Random): Iterable<Call> {
  const { development: account } = ACCOUNTS;
  const people = Object.values(TEAMS).flatMap(({ engineers }) => engineers);
  for (const [index, day] of DAYS.entries()) {
    const by = permitted(account, "engineer", random.pick(people));
    const [make = bucket] = MAKERS.slice(index % MAKERS.length);
    const at = day * DAY + random.integer(9 * HOUR, 18 * HOUR);
    const scene = { account, region: REGIONS.virginia, by, at };
    yield* made(make(scene, `hackathon-2026-${day}`), scene, asked({}));
  }
}
