import { onSweep } from "../../functions/sweep.ts";
import { makeContext } from "../functions/context.ts";
import { SCHEDULED } from "../functions/invocations.ts";
import { configured, GOOD, START } from "../functions/system.ts";
import { KINDS } from "../world/kinds.ts";
import { countedSystem } from "./counted-system.ts";
import type { Part } from "./part.ts";

const DAY = 86_400_000;
const RESOURCES = 200;

/** What a sweep asks of the ledger for each resource that it finds as it is known. */
export async function measureSweep(): Promise<Part> {
  const { system, cloud, part } = countedSystem(configured("{ default: { mode: observe, grace: 1h } }"));
  for (let place = 0; place < RESOURCES; place++) cloud.become(KINDS.queue.arn(`jobs-${place}`), GOOD);
  const sweep = (now: number) => {
    cloud.now = now;
    return onSweep(async () => ({ ...system, now: () => now }))(SCHEDULED, makeContext());
  };
  await part(RESOURCES, () => sweep(START));
  return part(RESOURCES, () => sweep(START + DAY));
}
