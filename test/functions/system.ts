import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { rulesOf } from "@tagledger/core/flows/rules";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import type { Inventory, Ledger } from "@tagledger/core/ports";
import type { System } from "../../functions/system.ts";

/** The first instant of the tests. */
export const START = Date.UTC(2026, 8, 1, 12);
/** The tags that the rules of the tests want. */
export const GOOD = { "ml-team": "vision" };

const CONFIG = configOf(`
tags: { ml-team: { required: true, values: [vision, ranking] } }
enforcement: { default: { mode: observe, grace: 1h } }
`);

/** An outside world without a cloud, whose time stands still and whose ledger is real. */
export interface TestSystem extends System {
  readonly kept: Ledger;
  /** What goes out over the bus. */
  readonly sent: OutgoingEvent[];
}

/** Puts such a world together. */
export function makeSystem(inventory: Inventory, now = START, kept = withOutbox(memoryLedger())): TestSystem {
  const sent: OutgoingEvent[] = [];
  const put = async (events: readonly OutgoingEvent[]) => {
    sent.push(...events);
    return events.map(() => true);
  };
  return {
    kept,
    sent,
    now: () => now,
    hash: nodeHash,
    prices: offlinePrices(),
    ledger: async () => kept,
    rules: async () => rulesOf(CONFIG, "c0ffee"),
    inventory: async () => inventory,
    inventories: async () => [{ account: "444455556666", inventory }],
    bus: async () => ({ put }),
  };
}

/** A ledger whose events wait in memory beside it. */
function withOutbox(ledger: Ledger): Ledger {
  const waiting = new Map<string, OutgoingEvent>();
  return {
    ...ledger,
    outgoing: async (limit) => [...waiting.values()].slice(0, limit),
    async transact(writes) {
      for (const write of writes) {
        if (write.kind === "outgoing") waiting.set(write.event.id, write.event);
        if (write.kind === "sent") waiting.delete(write.event.id);
      }
      return ledger.transact(writes.filter(({ kind }) => kind !== "outgoing" && kind !== "sent"));
    },
  };
}
