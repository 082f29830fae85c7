import { busy, DAY, MONTH } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { cleanTags, type Tags } from "./tags.ts";
import { session, TEAMS } from "./teams.ts";

/** One DynamoDB table and what was read from and written to it in each hour of the month, in request units. */
export interface Table extends Resource {
  readonly name: string;
  readonly gib: number;
  readonly readsByHour: readonly number[];
  readonly writesByHour: readonly number[];
}

/** The name of the feature store that all teams share. */
export const FEATURES = "online-features";

/** The tables: the shared feature store, and one that belongs to a team. */
export function createTables(random: Random): Table[] {
  const velocity = cleanTags({
    team: TEAMS.fraud,
    project: "card-screening",
    workload: "inference",
    environment: "prod",
  });
  return [
    table(random, FEATURES, ACCOUNTS.data, {}, { gib: 4300, reads: 64_000_000, writes: 11_000_000 }),
    table(random, "card-velocity", ACCOUNTS.production, velocity, {
      gib: 220,
      reads: 9_000_000,
      writes: 3_000_000,
    }),
  ];
}

function table(
  random: Random,
  name: string,
  account: Account,
  tags: Tags,
  size: { gib: number; reads: number; writes: number },
): Table {
  const creator = session(account, TEAMS.platform, "pipeline");
  const life = { from: -500 * DAY, until: 4000 * DAY };
  const byHour = (most: number) =>
    Array.from(
      { length: MONTH.hours },
      (_, hour) => Math.floor((most * busy(hour)) / 10000) * random.integer(85, 100),
    );
  return {
    name,
    gib: size.gib,
    readsByHour: byHour(size.reads),
    writesByHour: byHour(size.writes),
    ...named("dynamodb:table", `table/${name}`, { account, region: REGIONS.virginia, tags, creator, life }),
  };
}
