import type { Fact } from "@tagledger/core/ledger/fact";
import type { Timelines } from "@tagledger/core/ports";

/** Timelines in memory, for logs that fit into it. */
export function memoryTimelines(): Timelines {
  const known = new Map<string, Fact[]>();
  return {
    async add(told) {
      for (const { name, facts } of told) {
        const all = known.get(name) ?? [];
        all.push(...facts);
        known.set(name, all);
      }
    },
    async read(name) {
      return [...(known.get(name) ?? [])];
    },
    async close() {
      known.clear();
    },
  };
}
