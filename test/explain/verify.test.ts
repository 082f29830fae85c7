import { nodeHash } from "@tagledger/adapters/node/hash";
import { verify } from "@tagledger/core/flows/verify";
import { digestOf } from "@tagledger/core/snapshots/canonical";
import { LostSnapshot } from "@tagledger/core/snapshots/lost";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { renderVerificationText } from "@tagledger/core/snapshots/verify/text";
import type { Verification } from "@tagledger/core/snapshots/verify/verification";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliver, divideOn, handIn, SHARING, snapshotOf } from "../allocate/allocating.ts";
import { PERIOD } from "../bills/charge.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";

const { folders, newLaptop } = makeLaptops();
const USE = [
  "gpu,fraud-detection,gpu-hours,3",
  "gpu,personalization,gpu-hours,1.5",
  "machines,ml-platform,cpu-core-hours,7",
];

let begun: string;
let laptop: Laptop;
let snapshot: Snapshot;

beforeAll(async () => {
  begun = folders.make();
  const first = await newLaptop();
  await first.take(await deliver(first.folder, 1), { rules: SHARING });
  handIn(first.folder, USE);
  begun = first.folder;
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
  snapshot = snapshotOf(await divideOn(laptop));
});

function verified(named: string): Promise<Verification> {
  return verify({ ...laptop.ports, snapshots: laptop.snapshots, hash: nodeHash }, named);
}

/** What is proven where this, or an error, is found in the place of the snapshot. */
function verifiedOf(found: unknown): Promise<Verification> {
  const readUnproven = async () => {
    if (found instanceof Error) throw found;
    return found as Snapshot | null;
  };
  const snapshots = { ...laptop.snapshots, readUnproven };
  return verify({ ...laptop.ports, snapshots, hash: nodeHash }, snapshot.id);
}

const wrong = ({ proofs }: Verification) =>
  proofs.filter(({ holds }) => holds === false).map(({ states }) => states);

/** Puts another snapshot in the place of the one that is read. */
async function replaced(other: Snapshot): Promise<void> {
  await laptop.snapshots.keep(other);
  const state = await laptop.snapshots.state(other.period, other.basis);
  const { id, digest, at, bills, configuration } = other;
  const { done } = await laptop.snapshots.transact([
    {
      kind: "snapshots",
      state: { ...state, snapshots: [...state.snapshots, { id, digest, at, bills, configuration }] },
      revision: state.revision,
    },
  ]);
  expect(done).toBe(true);
}

describe("a snapshot that is kept", () => {
  test("is recomputed from the bill that is kept, by its id or what that begins with", async () => {
    const found = await verified(snapshot.id.slice(0, 10));
    expect(found).toMatchObject({ id: snapshot.id, holds: true, recomputed: true });
    expect(found.proofs.every(({ holds }) => holds === true)).toBe(true);
    expect(await verified(snapshot.id)).toEqual(found);
  });

  test("still follows from its own version after the bill was restated, and so does the next", async () => {
    await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
    const next = snapshotOf(await divideOn(laptop));
    expect(next.id).not.toBe(snapshot.id);
    expect(await verified(snapshot.id)).toMatchObject({ holds: true, recomputed: true });
    const found = await verified(next.id);
    expect(found).toMatchObject({ holds: true, recomputed: true });
    expect(found.proofs.map(({ states }) => states)).toContain(
      "what changed since the snapshot before adds up",
    );
  });

  test("does not hold where somebody moved money from one team to another, and wrote its digest anew", async () => {
    const [pool, ...others] = snapshot.pools.filter(({ shares }) => shares.length > 1);
    const [from, to, ...rest] = pool?.shares ?? [];
    if (pool === undefined || from === undefined || to === undefined)
      throw new Error("no pool has two shares");
    expect(others.length).toBeGreaterThan(0);
    const shares = [
      { ...from, amount: from.amount - pool.quantum },
      { ...to, amount: to.amount + pool.quantum },
      ...rest,
    ];
    const moved = {
      ...snapshot,
      pools: snapshot.pools.map((each) => (each === pool ? { ...pool, shares } : each)),
    };
    await replaced({ ...moved, digest: digestOf(moved, nodeHash.sha256) });
    const found = await verified(snapshot.id);
    expect(found.holds).toBe(false);
    expect(wrong(found)).toEqual([
      "every figure follows from the kept bill, usage and configuration",
      "every share is within one quantum of its fraction of the pool, and as its rounding says",
      "the pools, divided again by the kept usage and configuration, come out the same",
    ]);
  });

  test("does not hold where its usage was changed", async () => {
    const usage = snapshot.usage.map((row, index) =>
      index === 0 ? { ...row, quantity: row.quantity + 1n } : row,
    );
    const changed = { ...snapshot, usage };
    await replaced({ ...changed, digest: digestOf(changed, nodeHash.sha256) });
    expect(wrong(await verified(snapshot.id))).toContain(
      "its id follows from the kept bill, usage and configuration",
    );
  });

  test("does not hold where a figure was changed under its old digest, and is named with the figure", async () => {
    const [pool, ...others] = snapshot.pools;
    if (pool === undefined) throw new Error("there is no pool");
    const pools = [{ ...pool, amount: pool.amount + 1n }, ...others];
    const found = await verifiedOf({ ...snapshot, pools });
    expect(found.holds).toBe(false);
    const details = found.proofs.flatMap((each) => (each.holds === false ? each.details : []));
    expect(details[0]).toMatch(new RegExp(`^${snapshot.id}: kept ${snapshot.digest}, recomputed `));
    expect(details.join()).toContain("pools[0].amount: kept");
    expect(
      wrong(
        await verifiedOf({ ...snapshot, pools, digest: digestOf({ ...snapshot, pools }, nodeHash.sha256) }),
      )[0],
    ).toBe("it is what was kept: its digest is that of its content");
  });

  test("does not hold where it is damaged or gone, and is named", async () => {
    for (const kept of [null, { id: snapshot.id }, new LostSnapshot(snapshot)]) {
      const found = await verifiedOf(kept);
      expect(found).toMatchObject({ id: snapshot.id, period: PERIOD, bills: [{ sequence: 1 }] });
      expect(found.proofs).toEqual([
        {
          states: "it is what was kept: its digest is that of its content",
          holds: false,
          details: [
            `the snapshot ${snapshot.id} with the digest ${snapshot.digest} is not kept any more, or cannot be read`,
          ],
        },
      ]);
      const text = renderVerificationText(found);
      expect(text).toContain("September 2026, effective cost, snapshot");
      expect(text).toMatch(/\nWRONG {4}it is what was kept: .*\n(.*\n)*The snapshot does not hold\.\n$/);
    }
  });

  test("is proven as far as it can be where its bill is not kept any more", async () => {
    const { records } = laptop.ports;
    const [version] = await records.versions(snapshot.period);
    if (version?.contents === undefined || version.contents === null) throw new Error("nothing was taken in");
    await records.transact([
      { kind: "version", version: { ...version, contents: { ...version.contents, cells: null } } },
    ]);
    const found = await verified(snapshot.id);
    expect(found).toMatchObject({ holds: true, recomputed: false });
    const unknown = found.proofs.filter(({ holds }) => holds === null);
    expect(unknown.map(({ details }) => details.join())).toEqual([
      expect.stringContaining("is not kept any more"),
      expect.stringContaining("is not kept any more"),
    ]);
  });

  test("is named, or it is told which there are", async () => {
    await expect(verified("zzzz")).rejects.toThrow(
      /^zzzz: there is no such snapshot; there are .*[0-9a-f]{64}/,
    );
    await divideOn(laptop, { bases: ["billed"] });
    await expect(verified("")).rejects.toThrow("there is no such snapshot");
  });
});
