import { join } from "node:path";
import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { fileUsage } from "@tagledger/adapters/usage/files/read";
import { loadConfig } from "@tagledger/core/config/load";
import { sum } from "@tagledger/core/costs/money";
import { divideAtOnce } from "@tagledger/core/flows/divide-at-once";
import { explainTeam } from "@tagledger/core/flows/explain";
import { ifKept, openSnapshotBill } from "@tagledger/core/flows/snapshot-bill";
import type { Explanation } from "@tagledger/core/snapshots/explain/explanation";
import { jsonExplanation } from "@tagledger/core/snapshots/explain/json";
import type { LineGroup } from "@tagledger/core/snapshots/explain/lines";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliver, divideOn, handIn, SHARING, snapshotOf, totalsOf } from "../allocate/allocating.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";

const { folders, newLaptop } = makeLaptops();
/** Machines whose own tag names a team are its direct cost. */
const OWN_MACHINES = SHARING.replace("{ service: ec2 }, includeTagged: true", "{ service: ec2 }");
const TEAMS = ["fraud-detection", "personalization", "ml-platform"];
const USE = [
  "gpu,fraud-detection,gpu-hours,3",
  "gpu,personalization,gpu-hours,1.5",
  "gpu,pool:machines,gpu-hours,0.7",
  "machines,personalization,cpu-core-hours,7",
  "machines,unowned:cron,cpu-core-hours,1",
];

let begun: string;
let bill: string;
let laptop: Laptop;
let snapshot: Snapshot;

beforeAll(async () => {
  begun = folders.make();
  const first = await newLaptop();
  bill = await deliver(first.folder, 1);
  await first.take(bill, { rules: OWN_MACHINES });
  handIn(first.folder, USE);
  begun = first.folder;
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
  snapshot = snapshotOf(await divideOn(laptop, { rules: OWN_MACHINES }));
});

function explained(team: string, pool?: string): Promise<Explanation> {
  const ports = { ...laptop.ports, snapshots: laptop.snapshots };
  const open = async (needs: Parameters<typeof openSnapshotBill>[2]) => {
    const opened = await ifKept(() => openSnapshotBill(ports, snapshot, needs));
    return "gone" in opened ? null : opened;
  };
  return explainTeam({ open }, snapshot, { team, pool });
}

const amountOf = (lines: readonly LineGroup[] | null) => sum((lines ?? []).map(({ amount }) => amount));

describe("what teams bear of a month that was taken in", () => {
  test("is explained to lines of the bill that sum to every digit", async () => {
    const totals = totalsOf(snapshot);
    const ways: string[] = [];
    for (const team of TEAMS) {
      const { total, direct, shared, established, pools } = await explained(team);
      expect(total).toBe(totals.get(team));
      expect(direct + shared).toBe(total);
      expect(sum(pools.map(({ share }) => share))).toBe(shared);
      ways.push(...(established ?? []).map(({ by }) => by));
      for (const { amount, lines } of established ?? []) expect(amountOf(lines)).toBe(amount);
      for (const { amount, lines } of pools) expect(amountOf(lines)).toBe(amount);
    }
    expect(ways).toContain("tag");
  });

  test("tells lines apart by facts that no rule looks at", async () => {
    const [gpu] = (await explained("personalization", "gpu")).pools;
    const accounts = new Set(gpu?.lines?.map(({ account }) => account));
    expect(accounts.size).toBeGreaterThan(1);
    expect(gpu?.lines?.every(({ service }) => service !== "")).toBe(true);
  });

  test("comes through pools that use others", async () => {
    const [gpu] = (await explained("personalization", "gpu")).pools;
    expect(gpu?.ways.ways.map(({ pools }) => pools)).toContainEqual(["gpu", "machines"]);
  });

  test("is told without lines where the bill is not kept any more", async () => {
    const before = await explained("personalization");
    await forgetCells(laptop);
    const after = await explained("personalization");
    expect(after.pools.map(({ lines }) => lines)).toEqual(after.pools.map(() => null));
    expect(after.total).toBe(before.total);
  });

  test("is the same where the bill is divided at once from disk", async () => {
    const { config } = loadConfig(OWN_MACHINES, "tagledger.yaml");
    const bills = duckdbBills({});
    const usage = [join(laptop.folder, "usage.csv")];
    const ports = { bills, usage: fileUsage(), hash: nodeHash };
    const now = Date.UTC(2026, 9, 3);
    const request = {
      config,
      bill: [bill],
      usage,
      basis: "effective",
      period: snapshot.period,
      now,
    } as const;
    const atOnce = await divideAtOnce(ports, request);
    expect(atOnce.id).toBe(snapshot.id);
    const open = (needs: Parameters<typeof openSnapshotBill>[2]) =>
      bills.open([bill], { basis: "effective", needs });
    const {
      bills: _,
      drivers: ownDrivers,
      ...own
    } = await explainTeam({ open }, atOnce, {
      team: "personalization",
    });
    const { bills: __, drivers, ...kept } = await explained("personalization");
    expect(ownDrivers.map(({ pool }) => pool)).toEqual(drivers.map(({ pool }) => pool));
    expect(withoutLines({ ...own, bills: [], drivers: [] })).toEqual(
      withoutLines({ ...kept, bills: [], drivers: [] }),
    );
    for (const { amount, lines } of own.pools) expect(amountOf(lines)).toBe(amount);
  });
});

/** What is told beside the lines, which a bill on disk may tell apart further than what is kept of it. */
function withoutLines(explanation: Explanation) {
  const { pools, established, ...told } = jsonExplanation(explanation, null);
  return {
    ...told,
    pools: pools.map(({ lines: _, ...pool }) => pool),
    established: established?.map(({ by, amount }) => ({ by, amount })),
  };
}

/** Lets a version forget its cells, as retention does. */
async function forgetCells({ ports: { records } }: Laptop): Promise<void> {
  const [version] = await records.versions(snapshot.period);
  if (version?.contents === undefined || version.contents === null) throw new Error("nothing was taken in");
  const { done } = await records.transact([
    { kind: "version", version: { ...version, contents: { ...version.contents, cells: null } } },
  ]);
  expect(done).toBe(true);
}
