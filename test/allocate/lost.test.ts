import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import { keptKey, namedKey } from "@tagledger/adapters/ledger/snapshots/keys";
import { snapshotRecordsIn } from "@tagledger/adapters/ledger/snapshots/records";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { TagledgerError } from "@tagledger/core/errors";
import { closePeriod } from "@tagledger/core/flows/close-period";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PERIOD } from "../bills/charge.ts";
import { Faults, Killed } from "../bills/faults.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, NOW, SHARING, snapshotOf } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"];
const LATER = NOW + 86_400_000;

let begun: string;
let laptop: Laptop;
let items: ReturnType<typeof memoryItems>;
let first: Snapshot;

beforeAll(async () => {
  const taken = await newLaptop();
  begun = taken.folder;
  await taken.take(await deliver(begun, 1, 120), { rules: SHARING });
  handIn(begun, USE);
});

beforeEach(async () => {
  items = memoryItems();
  const taken = await newLaptop(begun);
  await copyPeriod(taken);
  laptop = { ...taken, snapshots: snapshotRecordsIn(items) };
  first = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
});

/** What is read of the month stands where its snapshots are. */
async function copyPeriod({ ports }: Laptop): Promise<void> {
  const state = await ports.records.period(PERIOD);
  for (let revision = 0; revision < state.revision; revision += 1)
    await billRecordsIn(items).transact([{ kind: "period", state, revision }]);
}

const NOTE = () =>
  `2026-09 effective: the snapshot ${first.id} is not kept as it was; the month is divided as if there had been none`;

async function divideLater(faults = new Faults(), sources?: readonly UsageSource[]) {
  const notes: string[] = [];
  const given = sources === undefined ? {} : { sources };
  const [done] = await divideOn(laptop, { bases: ["effective"], now: LATER, notes, faults, ...given });
  return { done, notes };
}

const WAYS: readonly [string, () => Promise<unknown>][] = [
  ["whose content is gone", () => items.write([{ item: { ...keptKey(first), version: 1, body: "gone" } }])],
  ["that is gone", () => items.write([{ remove: keptKey(first) }])],
  [
    "of which nothing is left",
    () => items.write([{ remove: keptKey(first) }, { remove: namedKey(first.id) }]),
  ],
];

describe.each(WAYS)("a snapshot %s", (_, lose) => {
  test("is made anew from the same, without a difference, and people are told", async () => {
    await lose();
    const { done, notes } = await divideLater();
    expect(done).toMatchObject({
      outcome: "published",
      snapshot: { id: first.id, previous: first.id, difference: null, at: LATER },
    });
    expect(notes).toEqual([NOTE()]);
    expect(await laptop.snapshots.read(first.id)).toEqual(done?.snapshot);
    expect(await divideLater()).toMatchObject({ done: { outcome: "again" }, notes: [] });
  });

  test("does not keep newer usage from being divided", async () => {
    await lose();
    handIn(laptop.folder, [...USE, "gpu,ml-platform,gpu-hours,4"]);
    const { done, notes } = await divideLater();
    expect(done).toMatchObject({ outcome: "published", snapshot: { previous: first.id, difference: null } });
    expect(done?.snapshot?.id).not.toBe(first.id);
    expect(notes).toEqual([NOTE()]);
  });

  test("does not keep a month from being divided when a source fails that it may have had", async () => {
    await lose();
    const gone = new TagledgerError("outside-failure", "cannot be reached");
    const fails = {
      name: "csv usage.csv",
      kind: "csv" as const,
      pools: [],
      read: () => Promise.reject(gone),
    };
    const { done } = await divideLater(new Faults(), [fails]);
    expect(done).toMatchObject({ outcome: "published" });
  });

  test("of a closed month is told, and nothing is put in its place", async () => {
    await lose();
    const now = Date.UTC(2026, 9, 5);
    const ann = { period: PERIOD, by: "ann", reason: "the invoice is paid", now };
    await closePeriod({ records: laptop.ports.records }, ann);
    const { done } = await divideLater();
    expect(done).toMatchObject({
      outcome: "held",
      snapshot: null,
      reason: expect.stringContaining(`but the snapshot ${first.id} is not kept as it was`),
    });
  });
});

test("whoever is killed while a lost snapshot is made anew leaves it to the next try", async () => {
  await items.write([{ remove: keptKey(first) }]);
  const ids = async () => (await laptop.snapshots.state(PERIOD, "effective")).snapshots.map(({ id }) => id);
  const whole = [first.id, first.id];
  for (let call = 0; ; call++) {
    const attempt = divideLater(new Faults({ call, when: "before" }));
    const killed = await attempt.then(
      () => false,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return true;
      },
    );
    if (!killed) break;
    expect([[first.id], whole]).toContainEqual(await ids());
    if ((await ids()).length > 1) expect((await laptop.snapshots.read(first.id))?.at).toBe(LATER);
  }
  expect(await ids()).toEqual(whole);
  expect((await divideLater()).done?.outcome).toBe("again");
});
