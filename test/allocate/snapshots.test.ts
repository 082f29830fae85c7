import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { fileUsage } from "@tagledger/adapters/usage/files/read";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { sum } from "@tagledger/core/costs/money";
import { chargeNeeds } from "@tagledger/core/costs/query";
import { report } from "@tagledger/core/flows/report";
import { openSnapshotBill } from "@tagledger/core/flows/snapshot-bill";
import { storedBills } from "@tagledger/core/flows/stored-bills";
import { verify } from "@tagledger/core/flows/verify";
import { digestOf } from "@tagledger/core/snapshots/canonical";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, SHARING, snapshotOf, totalsOf } from "./allocating.ts";

const { folders, newLaptop } = makeLaptops();
const USE = [
  "gpu,fraud-detection,gpu-hours,3",
  "gpu,personalization,gpu-hours,1.5",
  "machines,personalization,cpu-core-hours,7",
  "machines,unowned:cron,cpu-core-hours,1",
];

/** Where the first version was taken in, and usage is handed in. */
let begun: string;
let laptop: Laptop;

beforeAll(async () => {
  begun = folders.make();
  const first = await newLaptop();
  await first.take(await deliver(first.folder, 1), { rules: SHARING });
  handIn(first.folder, USE);
  begun = first.folder;
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
});

const outgoing = async () => (await laptop.ledger.outgoing(100)).map(({ type }) => type);
const published = async () => (await outgoing()).filter((type) => type === "SnapshotPublished").length;

describe("a month that is divided", () => {
  test("gives a snapshot for each basis that its bill holds, whose figures are those of a report", async () => {
    const all = await divideOn(laptop);
    expect(all.map(({ basis, outcome }) => [basis, outcome])).toEqual(
      ["effective", "billed", "contracted"].map((basis) => [basis, "published"]),
    );
    expect(await published()).toBe(3);
    const { config } = loadConfig(SHARING, "tagledger.yaml");
    const ports = {
      bills: storedBills(laptop.ports, { period: PERIOD, config }),
      usage: fileUsage(),
      hash: nodeHash,
    };
    for (const { basis, snapshot } of all) {
      if (snapshot === null) throw new Error("nothing was published");
      const { report: reported } = await report(ports, {
        config,
        bill: [],
        usage: [join(laptop.folder, "usage.csv")],
        basis,
        groupBy: ["team"],
        where: {},
      });
      expect(snapshot.report).toEqual(reported);
      expect(snapshot.id).toBe(reported.snapshot);
      expect(await laptop.snapshots.read(snapshot.id)).toEqual(snapshot);
      expect(digestOf(snapshot, nodeHash.sha256)).toBe(snapshot.digest);
    }
  });

  test("tells what it is made of, and how far that rests on measurements", async () => {
    const snapshot = snapshotOf(await divideOn(laptop));
    expect(snapshot.bills).toMatchObject([{ export: "cur2", sequence: 1 }]);
    expect(snapshot.sources).toEqual([
      {
        name: "csv usage.csv",
        rows: 4,
        coverage: [
          { pool: "gpu", metric: "gpu-hours", hours: 720, of: 720 },
          { pool: "machines", metric: "cpu-core-hours", hours: 720, of: 720 },
        ],
        notes: [],
        problem: null,
      },
    ]);
    const { config } = loadConfig(SHARING, "tagledger.yaml");
    expect(snapshot.configuration).toBe(nodeHash.sha256(canonicalConfig(config)));
    expect([snapshot.previous, snapshot.difference]).toEqual([null, null]);
    const gpu = snapshot.pools.find(({ pool }) => pool === "gpu");
    expect(gpu).toMatchObject({ completeness: { n: 1n, d: 1n }, confidence: { n: 1n, d: 1n } });
    expect(sum(gpu?.shares.map(({ amount }) => amount) ?? [])).toBe(gpu?.amount);
    const machines = snapshot.pools.find(({ pool }) => pool === "machines");
    expect(machines?.shares).toMatchObject([
      { destination: { kind: "direct", leaf: { team: "personalization" } }, weight: { n: 7n, d: 8n } },
      { destination: { kind: "unallocated", reason: "no-team", value: "cron" }, weight: { n: 1n, d: 8n } },
    ]);
  });

  test("again, as it is, changes nothing", async () => {
    const first = await divideOn(laptop);
    const states = await laptop.snapshots.states();
    const again = await divideOn(laptop, { now: Date.UTC(2026, 9, 9) });
    expect(again.map(({ outcome }) => outcome)).toEqual(first.map(() => "again"));
    expect(again.map(({ snapshot }) => snapshot)).toEqual(first.map(({ snapshot }) => snapshot));
    expect(await laptop.snapshots.states()).toEqual(states);
    expect(await published()).toBe(3);
  });

  test("again, from another version with the same charges, is found there from then on", async () => {
    const first = snapshotOf(await divideOn(laptop));
    const same = { run: "run-same", at: Date.UTC(2026, 9, 4) };
    const [taken] = await laptop.take(await deliverCur2(laptop.folder, makeCharges(300, 1), same), {
      rules: SHARING,
    });
    expect(taken?.version.id).not.toBe(first.bills[0]?.version);
    const [again] = await divideOn(laptop);
    expect([again?.outcome, again?.snapshot]).toEqual(["again", first]);
    const { snapshots } = await laptop.snapshots.state(PERIOD, "effective");
    expect(snapshots.map(({ id, bills }) => [id, bills])).toEqual([
      [first.id, [{ export: "cur2", version: taken?.version.id }]],
    ]);
    expect(await published()).toBe(3);
  });

  test("again, is proven and explained by that version once the first has lost its cells", async () => {
    const rules = `${SHARING}retention: { billVersions: 1 }\n`;
    // Cells that are removed are those of the others as well, unless they were kept elsewhere.
    laptop = await newLaptop();
    await laptop.take(await deliver(laptop.folder, 1), { rules });
    handIn(laptop.folder, USE);
    const first = snapshotOf(await divideOn(laptop, { rules }));
    const same = { run: "run-same", at: Date.UTC(2026, 9, 4) };
    await laptop.take(await deliverCur2(laptop.folder, makeCharges(300, 1), same), { rules });
    expect((await divideOn(laptop, { rules }))[0]?.outcome).toBe("again");
    const versions = await laptop.ports.records.versions(PERIOD);
    const [own] = first.bills;
    expect(versions.find(({ id }) => id === own?.version)?.contents?.cells).toBeNull();
    const ports = { ...laptop.ports, snapshots: laptop.snapshots, hash: nodeHash };
    expect(await verify(ports, first.id)).toMatchObject({ recomputed: true, holds: true });
    const bill = await openSnapshotBill(ports, first, chargeNeeds(first.config));
    expect(bill.sources.map(({ path }) => path)).toEqual([`version 2 of cur2 ${PERIOD}`]);
    await bill.close();
  });

  test("of a version that nobody knows is refused, whatever else is known of the month", async () => {
    const { config } = loadConfig(SHARING, "tagledger.yaml");
    const [read] = await laptop.ports.records.versions(PERIOD);
    const versions = [
      { export: "cur2", version: read?.id ?? "" },
      { export: "other", version: "gone" },
    ];
    const bills = storedBills(laptop.ports, { period: PERIOD, config, versions });
    await expect(bills.open([], { basis: "effective", needs: chargeNeeds(config) })).rejects.toMatchObject({
      code: "bad-input",
      message: `the version gone of other ${PERIOD} is not kept any more`,
    });
  });

  test("on one basis only, where that is asked for", async () => {
    const all = await divideOn(laptop, { bases: ["billed"] });
    expect(all.map(({ basis }) => basis)).toEqual(["billed"]);
    expect((await laptop.snapshots.states()).map(({ basis }) => basis)).toEqual(["billed"]);
  });

  test("of which no bill was taken in is refused", async () => {
    await expect(divideOn(laptop, { period: "2026-08" })).rejects.toMatchObject({
      code: "bad-input",
      message: "2026-08: no bill of it was taken in",
    });
  });
});

describe("what comes later makes a snapshot of its own, and says what changed and why:", () => {
  /** Divides anew after something changed, and proves the difference by itself. */
  async function divideAnew(change: () => Promise<void> | void, rules = SHARING) {
    const before = snapshotOf(await divideOn(laptop));
    await change();
    const after = snapshotOf(await divideOn(laptop, { rules, now: Date.UTC(2026, 9, 5) }));
    expect(after.previous).toBe(before.id);
    expect(after.difference?.since).toBe(before.id);
    const [old, now] = [totalsOf(before), totalsOf(after)];
    const teams = [...new Set([...old.keys(), ...now.keys()])];
    const changed = teams.filter((team) => old.get(team) !== now.get(team));
    expect(after.difference?.teams.map(({ team }) => team).sort()).toEqual(changed.sort());
    for (const { team, before: was, after: is, causes } of after.difference?.teams ?? []) {
      expect([was, is]).toEqual([old.get(team) ?? 0n, now.get(team) ?? 0n]);
      expect(sum(Object.values(causes ?? {}))).toBe(is - was);
    }
    expect(changed.length).toBeGreaterThan(1);
    const causes = after.difference?.teams.map((team) => team.causes ?? {}) ?? [];
    const because = (cause: string) => causes.some((each) => (each as Record<string, bigint>)[cause] !== 0n);
    return ["bill", "usage", "configuration"].filter(because);
  }
  const MORE =
    `${SHARING}  - { name: rest, match: { account: "111122223333" }, includeTagged: true, method: even }\n`.replace(
      "metric: { cpu-core-hours: 1 }",
      "metric: { cpu-core-hours: 1 }, idle: separate",
    );
  const restate = async () => {
    const [taken] = await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
    expect(taken?.outcome).toBe("published");
  };
  const lateUsage = () =>
    handIn(laptop.folder, [...USE, "gpu,ml-platform,gpu-hours,4", "machines,capacity,cpu-core-hours,20"]);

  test("a restated bill", async () => expect(await divideAnew(restate)).toEqual(["bill"]));
  test("late usage", async () => expect(await divideAnew(lateUsage)).toEqual(["usage"]));
  test("other rules", async () => {
    const rules = SHARING.replace("method: even", 'method: fixed, shares: { ml-platform: "1" }');
    expect(await divideAnew(() => {}, rules)).toEqual(["configuration"]);
  });
  test("all of it at once", async () => {
    const all = async () => {
      await restate();
      lateUsage();
    };
    expect(await divideAnew(all, MORE.replace(/ {2}- \{ name: rest.*\n/, ""))).toEqual([
      "bill",
      "usage",
      "configuration",
    ]);
  });

  test("what comes back makes a third snapshot with the id of the first", async () => {
    const first = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
    lateUsage();
    const second = snapshotOf(await divideOn(laptop, { bases: ["effective"], now: Date.UTC(2026, 9, 4) }));
    handIn(laptop.folder, USE);
    const third = snapshotOf(await divideOn(laptop, { bases: ["effective"], now: Date.UTC(2026, 9, 5) }));
    expect([third.id, third.report]).toEqual([first.id, first.report]);
    expect([third.previous, second.previous]).toEqual([second.id, first.id]);
    expect(await laptop.snapshots.read(first.id)).toEqual(third);
    const { snapshots } = await laptop.snapshots.state(PERIOD, "effective");
    expect(snapshots.map(({ id }) => id)).toEqual([first.id, second.id, first.id]);
  });
});
