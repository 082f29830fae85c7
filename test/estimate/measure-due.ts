import { enforce } from "@tagledger/core/flows/enforce";
import { configured, START } from "../functions/system.ts";
import { KINDS } from "../world/kinds.ts";
import { type CountedSystem, countedSystem } from "./counted-system.ts";
import { minus, type Part } from "./part.ts";

const HOUR = 3_600_000;
const RESOURCES = 50;

/** What a run asks of the ledger where nothing is due, and what a resource does whose tags are read again. */
export async function measureDue(): Promise<{ readonly run: Part; readonly look: Part }> {
  const all = countedSystem(configured("{ default: { mode: observe, grace: 1h } }"));
  // The first finds that the configuration is another; none does after it.
  await all.part(1, () => all.run(START));
  const run = await all.part(1, () => all.run(START + 1));
  await makeBare(all);
  const busy = await all.part(RESOURCES, () => all.run(START + 2 * HOUR));
  return { run, look: minus(busy, run) };
}

/** Makes queues whose creation says nothing of tags; half of them are tagged well when they are read. */
async function makeBare({ system, cloud }: CountedSystem): Promise<void> {
  const { rules } = await system.inForce();
  for (let place = 0; place < RESOURCES; place++) {
    const name = `jobs-${place}`;
    const record = {
      ...KINDS.queue.create(name, {}),
      eventTime: "2026-09-01T12:00:00Z",
      eventID: `made-${place}`,
    };
    await enforce({ ledger: system.kept, prices: system.prices, hash: system.hash }, rules, {
      record,
      now: START,
    });
    cloud.become(KINDS.queue.arn(name), place % 2 === 0 ? { "ml-team": "vision" } : {});
  }
}
