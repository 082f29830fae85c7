import { ACCOUNTS } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { DAY, HOUR } from "../../month.ts";
import type { Call } from "../call.ts";
import { made } from "../made.ts";
import { queue, rule } from "../making/messages.ts";
import { logGroup } from "../making/watching.ts";
import type { Maker } from "../making.ts";
import { AGENTS, program } from "../people.ts";
import { asked } from "../story.ts";

const MAKERS: readonly (readonly [make: Maker, name: string])[] = [
  [queue, "tagledger-events"],
  [rule, "tagledger-creations"],
  [logGroup, "/aws/lambda/tagledger-observe"],
];

/** What Tagledger made for itself when it was set up; nobody judges it for that. */
export function* own(): Iterable<Call> {
  const { billing, shop: _, ...accounts } = ACCOUNTS;
  for (const [index, account] of [billing, ...Object.values(accounts)].entries()) {
    const by = program(account, "tagledger-setup", "tagledger", AGENTS.terraform);
    const at = DAY + 8 * HOUR + index * 95;
    for (const [order, [make, name]] of MAKERS.entries()) {
      const scene = { account, region: REGIONS.virginia, by, at: at + order * 2 };
      yield* made(make(scene, name), scene, asked({}));
    }
  }
}
