import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { work } from "@tagledger/core/flows/work";
import type { Ledger, Published } from "@tagledger/core/ports";
import type { PriceBook } from "@tagledger/core/spend/price";
import { Cloud } from "./cloud.ts";
import { Estate, instanceThing } from "./estate.ts";
import { KINDS } from "./kinds.ts";

const [MINUTE, START] = [60_000, Date.UTC(2026, 8, 1, 12)];

/** A company that is watched, in which one thing happens after the other. */
export function watchedCompany(
  published: Published,
  { ledger = memoryLedger(), start = START }: { readonly ledger?: Ledger; readonly start?: number } = {},
) {
  const cloud = new Cloud({ lag: () => 0, trouble: () => null });
  cloud.now = start;
  const state = { published };
  const estate = new Estate(cloud, async () => state.published);
  const ports = {
    ledger,
    inventory: cloud,
    prices: virginia(),
    hash: nodeHash,
    remedies: estate,
    tagger: estate,
    notifier: estate,
    configurations: estate,
    clock: () => cloud.now,
  };
  let events = 0;
  const rules = () => rulesOf(state.published.config, state.published.hash, () => true);
  const hear = async (call: Readonly<Record<string, unknown>>) => {
    const eventTime = new Date(cloud.now).toISOString().replace(".000Z", "Z");
    const record = { ...call, eventTime, eventID: `event-${events++}` };
    await enforce(ports, rules(), { record, now: cloud.now });
  };
  return {
    cloud,
    estate,
    ports,
    state,
    rules,
    arn: (name: string) => KINDS.instance.arn(name),
    async launch(name: string, tags: Record<string, string> = {}) {
      cloud.become(KINDS.instance.arn(name), tags);
      estate.things.set(KINDS.instance.arn(name), instanceThing());
      await hear(KINDS.instance.create(name, tags));
    },
    async tag(name: string, tags: Record<string, string>) {
      const arn = KINDS.instance.arn(name);
      cloud.become(arn, { ...cloud.truth(arn, cloud.now), ...tags });
      await hear(KINDS.instance.tag(name, tags));
    },
    async end(name: string) {
      cloud.become(KINDS.instance.arn(name), null);
      await hear(KINDS.instance.remove(name));
    },
    async pass(milliseconds: number) {
      const end = cloud.now + milliseconds;
      while (cloud.now < end) {
        cloud.now = Math.min(end, cloud.now + 30 * MINUTE);
        await work(ports, rules());
      }
    },
  };
}

/** The prices that come with Tagledger are those of few regions. */
function virginia(): PriceBook {
  const prices = offlinePrices();
  return { price: (query) => prices.price({ ...query, region: "us-east-1" }) };
}
