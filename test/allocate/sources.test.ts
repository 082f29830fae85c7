import { unreadDisk } from "@tagledger/adapters/usage/on-disk";
import { parseAmount } from "@tagledger/core/costs/money";
import { TagledgerError } from "@tagledger/core/errors";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { explain } from "@tagledger/core/snapshots/explain/explain";
import { renderExplanationText } from "@tagledger/core/snapshots/explain/text";
import { unreadSources } from "@tagledger/core/snapshots/unread-sources";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeCharges } from "../bills/charge.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handedIn, handIn, NOW, SHARING, snapshotOf } from "./allocating.ts";

const { newLaptop } = makeLaptops();
const USE = ["gpu,fraud-detection,gpu-hours,3", "machines,personalization,cpu-core-hours,7"];
const LATER = NOW + 86_400_000;

let begun: string;
let laptop: Laptop;

beforeAll(async () => {
  const first = await newLaptop();
  begun = first.folder;
  await first.take(await deliver(begun, 1), { rules: SHARING });
  handIn(begun, USE, "2026-09-01,2026-09-16");
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
});

/** A source that counts hours of one team, or breaks off. */
function metrics(hours: string | null, known = 360, name = "prometheus http://metrics:9090"): UsageSource {
  return {
    kind: "prometheus",
    name,
    pools: ["gpu"],
    async read({ period }) {
      if (hours === null) throw new TagledgerError("outside-failure", "http://metrics:9090: 503");
      const finer = { project: null, workload: null, environment: null, experiment: null };
      const row = {
        start: Date.UTC(2026, 8, 16),
        end: period.end,
        pool: "gpu",
        team: "ml-platform",
        metric: "gpu-hours",
      };
      return {
        rows: [{ ...row, ...finer, quantity: parseAmount(hours), place: "http://metrics:9090" }],
        coverage: [{ pool: "gpu", metric: "gpu-hours", hours: known, of: 720 }],
        notes: ["half of the month is known"],
      };
    },
  };
}

const divideBy = (hours: string | null, given: { withoutFailed?: boolean; now?: number } = {}) =>
  divideOn(laptop, { sources: [metrics(hours), handedIn(laptop.folder)], bases: ["effective"], ...given });

describe("a source that cannot be reached", () => {
  test("leaves the snapshot that has its usage as it is, and is named", async () => {
    const first = snapshotOf(await divideBy("5"));
    await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
    await expect(divideBy(null, { now: LATER })).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringMatching(
        /stays, as it has usage .* prometheus http:\/\/metrics:9090: http.* 503/,
      ),
    });
    const [state] = await laptop.snapshots.states();
    expect(state?.snapshots.map(({ id }) => id)).toEqual([first.id]);
    expect((await divideBy("5", { now: LATER }))[0]?.outcome).toBe("published");
  });

  test("is done without where somebody says so, and from then on until it is back", async () => {
    await divideBy("5");
    const without = snapshotOf(await divideBy(null, { withoutFailed: true }));
    const [, failed] = without.sources;
    expect(failed).toMatchObject({ rows: 0, problem: "http://metrics:9090: 503" });
    const gpu = without.pools.find(({ pool }) => pool === "gpu");
    expect([gpu?.completeness, gpu?.confidence]).toEqual([
      { n: 0n, d: 1n },
      { n: 0n, d: 1n },
    ]);
    expect((await divideBy(null, { now: LATER }))[0]?.outcome).toBe("again");
    expect(snapshotOf(await divideBy("5", { now: LATER })).difference?.teams.length).toBeGreaterThan(0);
  });

  test("is missed also where its address was changed before it failed, unless another one stands in for it", async () => {
    const moved = "prometheus http://elsewhere:9090";
    const first = snapshotOf(await divideBy("5", { now: LATER }));
    const divide = (...sources: UsageSource[]) =>
      divideOn(laptop, { sources: [...sources, handedIn(laptop.folder)], bases: ["effective"], now: LATER });
    await expect(divide(metrics(null, 0, moved))).rejects.toMatchObject({
      code: "outside-failure",
      message: `2026-09 effective: the snapshot ${first.id} stays, as it has usage that cannot be read now: ${moved}: http://metrics:9090: 503`,
    });
    const [both] = await divide(metrics(null, 0, moved), metrics("6", 360, "prometheus http://third:9090"));
    expect(both?.outcome).toBe("published");
  });

  test("is done without in the first snapshot of a month", async () => {
    const first = snapshotOf(await divideBy(null));
    expect(first.sources.map(({ problem }) => problem)).toEqual([null, "http://metrics:9090: 503"]);
    expect(unreadSources(first, "gpu").map(({ name }) => name)).toEqual(["prometheus http://metrics:9090"]);
    expect(unreadSources(first, "machines")).toEqual([]);
    const told = explain(first, { team: "fraud-detection", pool: "gpu" }, null);
    expect(told.pools[0]?.unread).toEqual([
      { name: "prometheus http://metrics:9090", problem: "http://metrics:9090: 503" },
    ]);
    expect(renderExplanationText(told, { width: 200, wish: null })).toContain(
      "its usage could not be read from prometheus http://metrics:9090: http://metrics:9090: 503\n",
    );
  });
});

describe("usage that was handed in on a laptop", () => {
  const divideElsewhere = (given: { now?: number } = {}) =>
    divideOn(laptop, { sources: [unreadDisk("csv", "usage.csv", [])], bases: ["effective"], ...given });

  test("stays in what is read, whoever divides where no disk is read", async () => {
    const first = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
    await expect(divideElsewhere({ now: LATER })).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining("csv usage.csv: lies on a disk, and is not read here"),
    });
    expect((await laptop.snapshots.states())[0]?.snapshots.map(({ id }) => id)).toEqual([first.id]);
  });

  test("keeps nobody from dividing where it never was in what is read, time and again", async () => {
    const first = snapshotOf(await divideElsewhere());
    expect(first.sources).toMatchObject([
      { name: "csv usage.csv", rows: 0, problem: expect.stringContaining("on a disk") },
    ]);
    await laptop.take(await deliver(laptop.folder, 2), { rules: SHARING });
    expect((await divideElsewhere({ now: LATER }))[0]?.outcome).toBe("published");
    expect((await divideElsewhere({ now: LATER + 1 }))[0]?.outcome).toBe("again");
  });
});

describe("a source that knows fewer hours than it knew", () => {
  const divideKnowing = (known: number, given: { rules?: string; withoutFailed?: boolean } = {}) =>
    divideOn(laptop, {
      sources: [metrics(String(known), known)],
      bases: ["effective"],
      now: LATER,
      ...given,
    });

  test("leaves the snapshot that has them as it is, and is named with what it lost", async () => {
    const first = snapshotOf(await divideKnowing(720));
    for (const known of [24, 0])
      await expect(divideKnowing(known)).rejects.toMatchObject({
        code: "outside-failure",
        message: `2026-09 effective: the snapshot ${first.id} stays, as it has usage that cannot be read now: prometheus http://metrics:9090: gpu gpu-hours of ${known} hours, where it has 720`,
        fields: { sources: ["prometheus http://metrics:9090"] },
      });
    expect((await laptop.snapshots.states())[0]?.snapshots.map(({ id }) => id)).toEqual([first.id]);
  });

  test("counts as it is where somebody says so, and from then on", async () => {
    await divideKnowing(720);
    const without = snapshotOf(await divideKnowing(24, { withoutFailed: true }));
    expect(without.sources).toMatchObject([{ coverage: [{ hours: 24, of: 720 }] }]);
    expect((await divideKnowing(24))[0]?.outcome).toBe("again");
    expect((await divideKnowing(23, { withoutFailed: true }))[0]?.outcome).toBe("published");
  });

  test("is no matter once it knows more, or the configuration asks for something else", async () => {
    await divideKnowing(360);
    expect((await divideKnowing(361))[0]?.outcome).toBe("published");
    const rules = SHARING.replace("gpu-hours: 1", "pod-hours: 1");
    expect((await divideKnowing(2, { rules }))[0]?.outcome).toBe("published");
  });

  test("is missed no more where it is not configured any more", async () => {
    await divideKnowing(720);
    const [without] = await divideOn(laptop, { bases: ["effective"], now: LATER });
    expect([without?.outcome, without?.snapshot?.sources.map(({ name }) => name)]).toEqual([
      "published",
      ["csv usage.csv"],
    ]);
  });
});

test("a pool is as complete as the source that says least of it", async () => {
  const gpu = snapshotOf(await divideBy("5")).pools.find(({ pool }) => pool === "gpu");
  expect(gpu).toMatchObject({ completeness: { n: 1n, d: 2n }, confidence: { n: 1n, d: 2n } });
});

test("a metric that no pool is divided by weighs nothing, whatever it is called", async () => {
  handIn(laptop.folder, ["gpu,fraud-detection,constructor,3", "gpu,fraud-detection,__proto__,3"]);
  const snapshot = snapshotOf(await divideOn(laptop, { bases: ["effective"] }));
  expect(snapshot.pools.find(({ pool }) => pool === "gpu")?.dividedBy).toEqual({
    method: "held",
    usage: null,
  });
});

test("usage that is handed in wrongly is refused with its line, and what is read stays", async () => {
  const first = snapshotOf(await divideBy("5"));
  handIn(laptop.folder, [...USE, "gpu,fruad-detection,gpu-hours,1"]);
  await expect(divideBy("5", { now: LATER })).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringMatching(/usage\.csv:4: there is no team "fruad-detection"/),
  });
  expect((await laptop.snapshots.states())[0]?.snapshots).toMatchObject([{ id: first.id }]);
});

describe("a pool without usage that falls back on an earlier month", () => {
  const OCTOBER = { period: "2026-10", now: Date.UTC(2026, 10, 3), bases: ["effective"] as const };

  beforeEach(async () => {
    const charges = makeCharges(200, 3).map((charge) => ({
      ...charge,
      start: charge.start + 31 * 86_400_000,
    }));
    const run = { run: "october", at: Date.UTC(2026, 10, 2) };
    await laptop.take(await deliverCur2(laptop.folder, charges, run), { rules: SHARING });
  });

  const gpuOf = async () => {
    const snapshot = snapshotOf(await divideOn(laptop, OCTOBER));
    const pool = snapshot.pools.find((each) => each.pool === "gpu");
    return { snapshot, pool };
  };

  test("takes it from the snapshot of that month, and keeps it with its own", async () => {
    await divideOn(laptop, { bases: ["effective"] });
    handIn(laptop.folder, ["machines,ml-platform,cpu-core-hours,1"], "2026-10-01,2026-11-01");
    const { pool, snapshot } = await gpuOf();
    expect(pool?.dividedBy).toEqual({ method: "usage", usage: "2026-09" });
    expect(pool?.confidence).toEqual({ n: 1n, d: 2n });
    expect(pool?.shares).toMatchObject([{ destination: { leaf: { team: "fraud-detection" } } }]);
    expect(snapshot.usage.map(({ pool: of, team }) => [of, team])).toEqual([
      ["gpu", "fraud-detection"],
      ["machines", "ml-platform"],
    ]);
    expect((await divideOn(laptop, { ...OCTOBER, now: OCTOBER.now + 1 }))[0]?.outcome).toBe("again");
  });

  test("takes what sources tell of that month rather than what a snapshot holds", async () => {
    await divideOn(laptop, { bases: ["effective"] });
    handIn(laptop.folder, ["gpu,personalization,gpu-hours,1"]);
    expect((await gpuOf()).pool?.shares).toMatchObject([
      { destination: { leaf: { team: "personalization" } } },
    ]);
  });

  test("is held where no month before has any", async () => {
    handIn(laptop.folder, ["machines,ml-platform,cpu-core-hours,1"], "2026-10-01,2026-11-01");
    expect((await gpuOf()).pool).toMatchObject({
      dividedBy: { method: "held", usage: null },
      confidence: { n: 0n },
    });
  });

  test("needs none of it where it has usage of its own", async () => {
    await divideOn(laptop, { bases: ["effective"] });
    handIn(laptop.folder, ["gpu,ml-platform,gpu-hours,1"], "2026-10-01,2026-11-01");
    const { pool, snapshot } = await gpuOf();
    expect(pool?.dividedBy).toEqual({ method: "usage", usage: "2026-10" });
    expect(snapshot.usage).toHaveLength(1);
  });
});

test("a metric that is handed in and that its pool does not ask for is noted", async () => {
  handIn(laptop.folder, [...USE, "gpu,fraud-detection,gpu-hour,9"]);
  const done = await divideOn(laptop, { sources: [handedIn(laptop.folder)], bases: ["effective"] });
  const [handed] = snapshotOf(done).sources;
  expect(handed?.notes).toEqual([
    expect.stringMatching(
      /usage\.csv: metric gpu-hour weighs nothing in gpu, which asks for gpu-hours: did you mean "gpu-hours"\?$/,
    ),
  ]);
});
