import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { type Enforced, enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import type { Ledger } from "@tagledger/core/ports";
import { company } from "@tagledger/core/tags/testing/make-config";
import { type Delivery, NOW } from "./day.ts";

/** As long as the hash of a configuration is. */
const CONFIGURATION = "c0ffee".padEnd(64, "0");

/** Who wants to know what became of each delivery. */
type Heed = (delivery: Delivery, enforced: Enforced) => void;

/** Takes in deliveries as queues bring them: so many at once, each as text. */
export async function takeIn(
  ledger: Ledger,
  deliveries: readonly Delivery[],
  { atOnce = 1, heed = () => {} }: { readonly atOnce?: number; readonly heed?: Heed } = {},
): Promise<void> {
  const ports = { ledger, prices: offlinePrices(), hash: nodeHash };
  const rules = rulesOf(company(), CONFIGURATION);
  const waiting = deliveries.values();
  const work = async () => {
    for (const delivery of waiting) {
      const record: unknown = JSON.parse(delivery.text);
      heed(delivery, await enforce(ports, rules, { record, now: NOW }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** What a ledger knows after a day of deliveries, counted. */
export async function known(ledger: Ledger) {
  return {
    events: await ledger.events(new Date(NOW).toISOString().slice(0, 10)),
    there: await ledger.count({}),
    gone: await ledger.count({ verdict: "gone" }),
  };
}
