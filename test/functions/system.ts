import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import type { Config } from "@tagledger/core/config/definition";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { rulesOf } from "@tagledger/core/flows/rules";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import type { Inventory, Ledger } from "@tagledger/core/ports";
import type { ActingSystem, SweepingSystem } from "../../functions/system.ts";
import type { Cloud } from "../world/cloud.ts";
import { Estate } from "../world/estate.ts";

/** The first instant of the tests. */
export const START = Date.UTC(2026, 8, 1, 12);
/** The tags that the rules of the tests want. */
export const GOOD = { "ml-team": "vision" };

/** A configuration whose rules do this. */
export function configured(enforcement: string): Config {
  return configOf(`
tags: { ml-team: { required: true, values: [vision, ranking] } }
enforcement: ${enforcement}
`);
}

/** An outside world over a simulated cloud, whose time stands still and whose ledger is real. */
export interface TestSystem extends ActingSystem, SweepingSystem {
  readonly kept: Ledger;
  readonly estate: Estate;
  readonly inventory: Inventory;
  /** What goes out over the bus. */
  readonly sent: OutgoingEvent[];
}

/** Puts such a world together. */
export function makeSystem(
  cloud: Cloud,
  now = START,
  { config = configured("{ default: { mode: observe, grace: 1h } }"), kept = memoryLedger() } = {},
): TestSystem {
  const sent: OutgoingEvent[] = [];
  const put = async (events: readonly OutgoingEvent[]) => {
    sent.push(...events);
    return events.map(() => true);
  };
  const published = { config, hash: "c0ffee" };
  const estate = new Estate(cloud, async () => published);
  const rules = rulesOf(config, published.hash, () => true);
  const all = { remedies: estate, tagger: estate, notifier: estate, configurations: estate };
  return {
    kept,
    estate,
    inventory: cloud,
    sent,
    now: () => now,
    hash: nodeHash,
    prices: offlinePrices(),
    ledger: async () => kept,
    inForce: async () => ({ config, rules, fingerprint: published.hash }),
    remediation: async () => ({ inventory: cloud, ...all }),
    inventories: async () => [{ account: "444455556666", inventory: cloud }],
    bus: async () => ({ put }),
  };
}
