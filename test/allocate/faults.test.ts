import { beforeAll, describe, expect, test } from "vitest";
import { PERIOD } from "../bills/charge.ts";
import { Faults, Killed } from "../bills/faults.ts";
import { type Laptop, makeLaptops, openLaptop } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, NOW, SHARING, snapshotOf } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const RULES = `${SHARING}budgets: [{ match: { team: ml-platform }, monthly: "1", alert: [1.0] }]\n`;
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"];
const LATER = NOW + 86_400_000;

/** A laptop with a snapshot of the first version, that took in the second and has other usage. */
let restated: string;
let before: string;
let after: string;

const divideNow = (laptop: Laptop, faults = new Faults(), now = LATER) =>
  divideOn(laptop, { rules: RULES, bases: ["effective"], faults, now });

beforeAll(async () => {
  const laptop = await newLaptop();
  restated = laptop.folder;
  await laptop.take(await deliver(restated, 1, 120), { rules: RULES });
  handIn(restated, USE);
  before = snapshotOf(await divideNow(laptop, new Faults(), NOW)).id;
  await laptop.take(await deliver(restated, 2, 120), { rules: RULES });
  handIn(restated, [...USE, "gpu,ml-platform,gpu-hours,4"]);
  const done = await newLaptop(restated);
  after = snapshotOf(await divideNow(done)).id;
  expect(after).not.toBe(before);
});

/** What is read, and which events will be sent. */
async function known({ snapshots, ledger }: Laptop) {
  const state = await snapshots.state(PERIOD, "effective");
  const events = (await ledger.outgoing(100)).filter(({ type }) => type !== "BillPublished");
  return {
    ids: state.snapshots.map(({ id }) => id),
    crossed: state.crossed.length,
    events: events.map(({ type }) => type).sort(),
  };
}

const FIRST = { crossed: 1, events: ["BudgetCrossed", "SnapshotPublished"] };
const BOTH = { crossed: 1, events: ["BudgetCrossed", "SnapshotPublished", "SnapshotPublished"] };

describe("dividing a month anew", () => {
  test.each(["before", "after"] as const)(
    "may be killed %s any call: what is read stays whole, and the next try ends right",
    async (when) => {
      const counted = new Faults();
      await divideNow(await newLaptop(restated), counted);
      expect(counted.calls).toBeGreaterThan(12);
      for (let call = 0; call < counted.calls; call++) {
        const laptop = await newLaptop(restated);
        await expect(divideNow(laptop, new Faults({ call, when }))).rejects.toThrow(Killed);
        const left = await known(laptop);
        expect([
          { ids: [before], ...FIRST },
          { ids: [before, after], ...BOTH },
        ]).toContainEqual(left);
        for (const id of left.ids) expect((await laptop.snapshots.read(id))?.id).toBe(id);
        const [again] = await divideNow(laptop, new Faults(), LATER + 1);
        expect(again?.outcome).toBe(left.ids.includes(after) ? "again" : "published");
        expect(await known(laptop), `killed ${when} call ${call}`).toEqual({ ids: [before, after], ...BOTH });
        const read = await laptop.snapshots.read(after);
        expect([read?.id, read?.previous]).toEqual([after, before]);
        await laptop.close();
      }
    },
  );

  test("by several at once publishes once", async () => {
    const one = await newLaptop(restated);
    const others = [await openLaptop(one.folder), await openLaptop(one.folder)];
    const all = await Promise.all([one, ...others].map((laptop) => divideNow(laptop)));
    expect(all.map(([done]) => done?.outcome).sort()).toEqual(["again", "again", "published"]);
    expect(await known(one)).toEqual({ ids: [before, after], ...BOTH });
    for (const laptop of others) await laptop.close();
  });

  test("while another version of the bill is published divides that one", async () => {
    const laptop = await newLaptop(restated);
    const third = await deliver(laptop.folder, 3, 120);
    let taken = false;
    const { transact } = laptop.snapshots;
    const interrupted: Laptop = {
      ...laptop,
      snapshots: {
        ...laptop.snapshots,
        async transact(writes) {
          if (!taken) await laptop.take(third, { rules: RULES });
          taken = true;
          return transact(writes);
        },
      },
    };
    const [done] = await divideNow(interrupted);
    expect(done?.snapshot?.bills).toMatchObject([{ sequence: 3 }]);
    const { snapshots } = await laptop.snapshots.state(PERIOD, "effective");
    expect(snapshots.map(({ id }) => id)).toEqual([before, done?.snapshot?.id]);
  });

  test("while the bill loses the cells that are read of it divides it anew", async () => {
    const laptop = await newLaptop();
    await laptop.take(await deliver(laptop.folder, 1, 120), { rules: RULES });
    const restatement = await deliver(laptop.folder, 2, 120);
    const rules = `${RULES}retention: { billVersions: 1 }\n`;
    handIn(laptop.folder, USE);
    const { engine } = laptop.ports;
    let opened = 0;
    const restating: typeof engine = {
      ...engine,
      async open(...given) {
        // Once charges were divided, and before the days are read that they stand on.
        if (++opened === 2) await laptop.take(restatement, { rules });
        return engine.open(...given);
      },
    };
    const [done] = await divideNow({ ...laptop, ports: { ...laptop.ports, engine: restating } });
    expect(done).toMatchObject({ outcome: "published", snapshot: { bills: [{ sequence: 2 }] } });
  });

  test("while somebody divides newer usage ends with the newest", async () => {
    const laptop = await newLaptop(restated);
    let divided = false;
    const { keep } = laptop.snapshots;
    const slow: Laptop = {
      ...laptop,
      snapshots: {
        ...laptop.snapshots,
        async keep(snapshot) {
          await keep(snapshot);
          if (divided) return;
          divided = true;
          handIn(laptop.folder, [...USE, "gpu,ml-platform,gpu-hours,9"]);
          expect((await divideNow(laptop, new Faults(), LATER + 1))[0]?.outcome).toBe("published");
        },
      },
    };
    const [done] = await divideNow(slow);
    expect([done?.outcome, done?.snapshot?.usage.length]).toEqual(["again", 3]);
    expect((await known(laptop)).ids).toHaveLength(2);
  });

  test("gives up where others change the month all the time, and leaves what is read", async () => {
    const laptop = await newLaptop(restated);
    const refusing: Laptop = {
      ...laptop,
      snapshots: { ...laptop.snapshots, transact: async () => ({ done: false, refused: [0] }) },
    };
    await expect(divideNow(refusing)).rejects.toMatchObject({
      code: "outside-failure",
      message: "2026-09: others change this period all the time; what is read of it stays",
    });
    expect((await known(laptop)).ids).toEqual([before]);
  });
});
