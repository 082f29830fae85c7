import { closePeriod } from "@tagledger/core/flows/close-period";
import { reopenPeriod } from "@tagledger/core/flows/reopen-period";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, SHARING, snapshotOf } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const [CLOSED, LATER] = [Date.UTC(2026, 9, 5), Date.UTC(2026, 9, 6)];
const ANN = { period: PERIOD, by: "ann", reason: "the invoice is paid", now: CLOSED };
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"];
const LATE = [...USE, "gpu,ml-platform,gpu-hours,4"];

let begun: string;
let laptop: Laptop;

beforeAll(async () => {
  const first = await newLaptop();
  begun = first.folder;
  await first.take(await deliver(begun, 1), { rules: SHARING });
  handIn(begun, USE);
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
});

const close = () => closePeriod({ records: laptop.ports.records }, ANN);
const divideLater = (rules = SHARING) => divideOn(laptop, { now: LATER, rules, bases: ["effective"] });

test("the snapshot of a closed month stays, whatever comes later, until the month is open again", async () => {
  const [first] = await divideOn(laptop, { bases: ["effective"] });
  await close();
  handIn(laptop.folder, LATE);
  const [held] = await divideLater();
  expect(held).toMatchObject({
    outcome: "held",
    reason: "2026-09 was closed on 2026-10-05T00:00:00.000Z",
    snapshot: { id: first?.snapshot?.id },
  });
  expect((await laptop.snapshots.state(PERIOD, "effective")).snapshots).toHaveLength(1);
  await reopenPeriod({ records: laptop.ports.records }, ANN);
  expect((await divideLater())[0]?.outcome).toBe("published");
});

test("a month that was closed before it was divided is divided once, by the rules that it was closed under", async () => {
  await close();
  const [other] = await divideLater(SHARING.replace("cpu-core-hours: 1", "cpu-core-hours: 2"));
  expect(other).toMatchObject({
    outcome: "held",
    snapshot: null,
    reason: expect.stringContaining("under other rules than these, and no snapshot was made before"),
  });
  const [first] = await divideLater();
  expect(first?.outcome).toBe("published");
  handIn(laptop.folder, LATE);
  const [held] = await divideLater();
  expect([held?.outcome, held?.snapshot]).toEqual(["held", first?.snapshot]);
});

test("a snapshot that is of another version of the bill than was closed is told to be", async () => {
  await divideOn(laptop, { bases: ["effective"] });
  await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
  await close();
  expect((await divideLater())[0]?.reason).toContain("its snapshot is of another version of the bill");
});

test("a month that is closed while it is divided keeps the snapshot of before", async () => {
  const first = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
  handIn(laptop.folder, LATE);
  const { keep } = laptop.snapshots;
  let closed = false;
  const closing: Laptop = {
    ...laptop,
    snapshots: {
      ...laptop.snapshots,
      async keep(snapshot) {
        if (!closed) await close();
        closed = true;
        await keep(snapshot);
      },
    },
  };
  const [held] = await divideOn(closing, { now: LATER, bases: ["effective"] });
  expect(held).toMatchObject({ outcome: "held", snapshot: { id: first.id } });
});

test.each(["published", "noted to be of other bills"])(
  "a month that is closed in the moment before its snapshot is %s keeps the snapshot of before",
  async (what) => {
    const first = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
    if (what === "published") handIn(laptop.folder, LATE);
    else {
      const same = { run: "run-same", at: LATER };
      await laptop.take(await deliverCur2(laptop.folder, makeCharges(300, 1), same), { rules: SHARING });
    }
    const before = await laptop.snapshots.state(PERIOD, "effective");
    const { transact } = laptop.snapshots;
    let closed = false;
    const closing: Laptop = {
      ...laptop,
      snapshots: {
        ...laptop.snapshots,
        async transact(writes) {
          if (!closed) await close();
          closed = true;
          return transact(writes);
        },
      },
    };
    const [held] = await divideOn(closing, { now: LATER, bases: ["effective"] });
    expect(held).toMatchObject({ outcome: "held", snapshot: { id: first.id } });
    expect(await laptop.snapshots.state(PERIOD, "effective")).toEqual(before);
  },
);
