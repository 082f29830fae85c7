import { DAY } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS } from "./accounts.ts";
import { REGIONS } from "./regions.ts";
import { ec2, type Resource } from "./resource.ts";
import { session, TEAMS } from "./teams.ts";

/** One NAT gateway and the traffic of its busiest hour. */
export interface Gateway extends Resource {
  readonly gib: number;
}

/** The NAT gateways, one for each account that has private networks. */
export function createGateways(random: Random): Gateway[] {
  const { training, production, data, documents } = ACCOUNTS;
  return [training, production, data, documents].map((account) => ({
    gib: random.integer(60, 160),
    ...ec2(random, "natgateway", {
      account,
      region: REGIONS.virginia,
      tags: {},
      creator: session(account, TEAMS.platform, "pipeline"),
      life: { from: -400 * DAY, until: 4000 * DAY },
    }),
  }));
}
