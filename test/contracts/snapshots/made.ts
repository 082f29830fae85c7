import { createHash } from "node:crypto";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { defaultConfig } from "@tagledger/core/config/load";
import { NO_LEAF } from "@tagledger/core/costs/leaf";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import { digestOf, type Undigested } from "@tagledger/core/snapshots/canonical";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import type { SnapshotEntry } from "@tagledger/core/snapshots/state";

export const PERIOD = "2026-09";
export const AT = Date.UTC(2026, 9, 2);
const HUGE = 123_456_789_012_345_678_901_234_567_890n * 10n ** 24n;

/** A snapshot as stores see it: any value of its type. */
export function madeSnapshot(id: string, given: Partial<Snapshot> = {}): Snapshot {
  const at = given.at ?? AT;
  const snapshot: Undigested = {
    id,
    period: PERIOD,
    currency: "USD",
    basis: "effective",
    at,
    bills: [{ export: "ml-showback", version: "v1", sequence: 1, deliveredAt: AT }],
    config: defaultConfig(),
    configuration: "c0ffee",
    usage: [usageRow(1)],
    sources: [
      {
        name: "csv usage.csv",
        rows: 1,
        coverage: [{ pool: "gpu", metric: "gpu-hours", hours: 719, of: 720 }],
        notes: ["#1"],
        problem: null,
      },
    ],
    report: sampleReport({ snapshot: id }),
    pools: [
      {
        pool: "gpu",
        amount: -HUGE,
        method: "usage",
        dividedBy: { method: "usage", usage: PERIOD },
        metric: { "gpu-hours": "1" },
        quantum: 1n,
        completeness: { n: 719n, d: 720n },
        confidence: { n: 719n, d: 720n },
        shares: [
          {
            destination: { kind: "direct", leaf: { ...NO_LEAF, team: "#vision" } },
            weight: { n: HUGE, d: HUGE + 1n },
            amount: -HUGE,
            units: 1,
          },
        ],
      },
    ],
    followed: [],
    previous: null,
    difference: null,
    ...given,
  };
  return { ...snapshot, digest: digestOf(snapshot, nodeHash.sha256) };
}

/** A row of usage that no compression makes small. */
export function usageRow(index: number): UsageRow {
  const noise = createHash("sha256").update(String(index)).digest("hex");
  return {
    start: Date.UTC(2026, 8, 1),
    end: Date.UTC(2026, 8, 2),
    pool: "gpu",
    team: "#vision",
    metric: "gpu-hours",
    quantity: BigInt(`0x${noise}`),
    project: noise,
    workload: null,
    environment: null,
    experiment: null,
    place: `usage.csv:${index}`,
  };
}

/** How a state names a snapshot. */
export function entryOf({ id, digest, at, configuration }: Snapshot): SnapshotEntry {
  return { id, digest, at, bills: [{ export: "ml-showback", version: "v1" }], configuration };
}

/** An event that tells of a snapshot. */
export function eventOf({ id, at }: Snapshot): OutgoingEvent {
  return { id: `SnapshotPublished ${id}`, type: "SnapshotPublished", at, detail: { snapshot: id } };
}

/** Makes a snapshot the one that is read. */
export async function publishSnapshot(records: SnapshotRecords, snapshot: Snapshot) {
  await records.keep(snapshot);
  const state = await records.state(snapshot.period, snapshot.basis);
  return records.transact([
    {
      kind: "snapshots",
      state: { ...state, snapshots: [...state.snapshots, entryOf(snapshot)] },
      revision: state.revision,
    },
    { kind: "outgoing", event: eventOf(snapshot) },
  ]);
}
