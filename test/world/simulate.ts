import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { createRandom, type Random } from "@tagledger/cli/sample/random";
import type { Config } from "@tagledger/core/config/definition";
import { drainDue } from "@tagledger/core/flows/drain-due";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { sweep } from "@tagledger/core/flows/sweep";
import type { Ledger } from "@tagledger/core/ports";
import type { Miss } from "@tagledger/core/tags/lifecycle/life";
import { Cloud } from "./cloud.ts";
import { type Call, KINDS, type Kind } from "./kinds.ts";
import { type Act, type Scenario, scenarioOf } from "./scenarios.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** A resource of the world, and its story. */
export interface Told {
  readonly arn: string;
  readonly began: number;
  readonly scenario: Scenario;
  /** Whether the event of its creation, or of its end, never came: only sweeps find out. */
  readonly isUntold: boolean;
}

/** What came of a simulated time. */
export interface Simulated {
  readonly told: readonly Told[];
  readonly cloud: Cloud;
  /** How often each event was delivered, by id. */
  readonly delivered: ReadonlyMap<string, number>;
  readonly lost: number;
  readonly end: number;
}

/** What happens when: somebody acts, or an event of that arrives. */
type Happening = { readonly at: number } & (
  | { readonly arn: string; readonly kind: Kind; readonly act: Act }
  | { readonly record: Call }
);

const TROUBLES: readonly Miss[] = ["throttled", "not-ready", "failed", "absent"];

/**
 * Lets a cloud live for some days, and holds its events against a configuration as they arrive: late, twice, in any
 * order, a few never. Reads lag by up to four minutes and fail one time in ten. The same seed gives the same world.
 */
export async function simulate(
  ledger: Ledger,
  config: Config,
  {
    seed,
    resources,
    days,
    start,
  }: { readonly seed: string; readonly resources: number; readonly days: number; readonly start: number },
): Promise<Simulated> {
  const random = createRandom(seed);
  const cloud = new Cloud(weather(random.fork("weather")));
  const rules = rulesOf(config, "world");
  const ports = { ledger, inventory: cloud, prices: offlinePrices(), hash: nodeHash };
  const { told, happenings, lost } = stories(random, { resources, days, start });
  const delivered = new Map<string, number>();
  const end = start + days * DAY;
  let next = 0;
  for (let now = start; now <= end; now += MINUTE) {
    for (let each = happenings[next]; each !== undefined && each.at <= now; each = happenings[++next]) {
      cloud.now = each.at;
      if ("act" in each) apply(cloud, each);
      else {
        const { eventId } = await enforce(ports, rules, { record: each.record, now: each.at });
        delivered.set(eventId, (delivered.get(eventId) ?? 0) + 1);
      }
    }
    cloud.now = now;
    while ((await drainDue(ports, rules, { now, limit: 100 })).done > 0);
    if ((now - start) % (7 * DAY) === 6 * DAY) await sweep(ports, rules, { now });
  }
  return { told, cloud, delivered, lost, end };
}

function weather(random: Random) {
  return {
    lag: () => random.integer(0, 4 * MINUTE),
    trouble: () => (random.chance(10) ? random.pick(TROUBLES) : null),
  };
}

function apply(cloud: Cloud, { arn, act: { does, tags } }: Extract<Happening, { readonly act: Act }>): void {
  const before = does === "create" ? {} : (cloud.truth(arn, cloud.now) ?? {});
  const rest = Object.entries(before).filter(([key]) => !(key in tags));
  const after = does === "untag" ? Object.fromEntries(rest) : { ...before, ...tags };
  cloud.become(arn, does === "remove" ? null : after);
}

/** All that will happen, in the order of time. */
function stories(
  random: Random,
  { resources, days, start }: { readonly resources: number; readonly days: number; readonly start: number },
) {
  const told: Told[] = [];
  const happenings: Happening[] = [];
  let [events, lost] = [0, 0];
  for (let index = 0; index < resources; index++) {
    const kindName = random.pick(["bucket", "instance", "endpoint", "queue"] as const);
    const [kind, name] = [KINDS[kindName], `world-${index}`];
    const arn = kind.arn(name);
    const began = start + random.integer(0, (days - 2) * DAY);
    const scenario = scenarioOf(kind, random.fork(name), kindName !== "bucket");
    const isUntold = random.integer(0, 999) < 5;
    told.push({ arn, began, scenario, isUntold });
    for (const act of scenario.acts) {
      const at = Math.floor((began + act.after) / SECOND) * SECOND;
      happenings.push({ at, arn, kind, act });
      const record = logged(callOf(kind, name, act), at, events++);
      if (isUntold && isLost(act, scenario)) lost += 1;
      else happenings.push(...deliveries(random, record, at));
    }
  }
  return { told, happenings: happenings.sort((a, b) => a.at - b.at), lost };
}

/** Of what is never told, it is the only event, or the end. */
function isLost(act: Act, { acts }: Scenario): boolean {
  return acts.length === 1 || (act.does === "remove" && act === acts.at(-1));
}

function callOf(kind: Kind, name: string, { does, tags }: Act): Call {
  switch (does) {
    case "create":
      return kind.create(name, tags);
    case "tag":
      return kind.tag(name, tags);
    case "untag":
      return kind.untag(name, Object.keys(tags));
    case "remove":
      return kind.remove(name);
  }
}

function logged(call: Call, at: number, number: number): Call {
  const eventTime = new Date(at).toISOString().replace(".000Z", "Z");
  return { ...call, eventTime, eventID: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}` };
}

/** When an event arrives: mostly within two minutes, within fifteen as a rule, and some much later or twice. */
function deliveries(random: Random, record: Call, at: number): Happening[] {
  const luck = random.integer(0, 99);
  const most = luck < 85 ? 2 * MINUTE : luck < 96 ? 15 * MINUTE : luck < 99 ? 3 * HOUR : 2 * DAY;
  const first = { at: at + random.integer(5 * SECOND, most), record };
  return random.chance(5) ? [first, { at: first.at + random.integer(SECOND, DAY), record }] : [first];
}
