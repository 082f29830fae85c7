import { enforce } from "@tagledger/core/flows/enforce";
import { configured, START } from "../functions/system.ts";
import { instanceThing } from "../world/estate.ts";
import { KINDS } from "../world/kinds.ts";
import { type CountedSystem, countedSystem } from "./counted-system.ts";
import { minus, type Part, plusPart } from "./part.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const RESOURCES = 5;
const WRONG = { "ml-environment": "dev" };
const RIGHT = { ...WRONG, "ml-team": "vision" };

/**
 * What it asks of the ledger to tell of a resource, to quarantine it and to give it back.
 *
 * @param idle what a run asks where nothing is due
 */
export async function measureQuarantines(idle: Part): Promise<Part> {
  const all = countedSystem(
    configured(
      `{ rules: [{ match: { environment: dev }, mode: [notify, quarantine], grace: 1h, deadline: 4h }],
         breaker: { perAccountPerHour: 100, perOrganizationPerHour: 100 } }`,
    ),
  );
  await all.part(1, () => all.run(START));
  await hear(all, "made", (name) => KINDS.instance.create(name, WRONG), WRONG);
  const away = await all.part(RESOURCES, () => runs(all, START, START + 6 * HOUR));
  const { writes } = all.system.estate;
  if (writes.length !== RESOURCES) throw new Error(`${writes.length} of ${RESOURCES} were quarantined`);
  await hear(all, "tagged", (name) => KINDS.instance.tag(name, RIGHT), RIGHT);
  const back = await all.part(RESOURCES, () => runs(all, START + 6 * HOUR, START + 7 * HOUR));
  if (writes.length !== 2 * RESOURCES) throw new Error("not all were given back");
  return minus(plusPart(away, back), idle, RUNS);
}

/** Every ten minutes: what a run asks where nothing is due counts elsewhere. */
const EVERY = 10 * MINUTE;
const RUNS = (7 * HOUR) / EVERY;

async function runs({ run }: CountedSystem, from: number, to: number): Promise<void> {
  for (let now = from + EVERY; now <= to; now += EVERY) await run(now);
}

/** Lets something happen to each of them, and tells of it. */
async function hear(
  { system, cloud }: CountedSystem,
  what: string,
  call: (name: string) => object,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const { rules } = await system.inForce();
  for (let place = 0; place < RESOURCES; place++) {
    const name = `${place + 1}`;
    const arn = KINDS.instance.arn(name);
    if (what === "made") system.estate.things.set(arn, instanceThing());
    cloud.become(arn, tags);
    const eventTime = new Date(Math.max(cloud.now, START)).toISOString().replace(".000Z", "Z");
    const record = { ...call(name), eventTime, eventID: `${what}-${place}` };
    await enforce({ ledger: system.kept, prices: system.prices, hash: system.hash }, rules, {
      record,
      now: Math.max(cloud.now, START),
    });
  }
}
