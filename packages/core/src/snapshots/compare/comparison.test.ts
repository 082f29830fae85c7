import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../../costs/money.ts";
import { formatRational, rational } from "../../costs/rational.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { type ComparedWay, type Comparison, compare } from "./comparison.ts";

const GOLDEN = "../shared/data/bills/golden/service_department_methods.json";

interface Golden {
  readonly methods: Readonly<
    Record<string, { readonly exact: Record<string, string>; readonly cents: Record<string, string> }>
  >;
}

function wayOf(comparison: Comparison, name: string): ComparedWay {
  const way = comparison.ways.find((each) => each.name === name);
  if (way === undefined) throw new RangeError(`no way ${name}`);
  return way;
}

function exactly({ totals }: ComparedWay): Record<string, string> {
  return Object.fromEntries(
    totals.map(({ team, exact }) => [
      team ?? "nobody",
      fractionText(rational(exact.n, exact.d * 10n ** 24n)),
    ]),
  );
}

function fractionText(value: { readonly n: bigint; readonly d: bigint }): string {
  return value.d === 1n ? String(value.n) : formatRational(value);
}

function charged({ totals }: Pick<ComparedWay, "totals">): Record<string, string> {
  return Object.fromEntries(totals.map(({ team, amount }) => [team ?? "nobody", formatAmount(amount)]));
}

describe("two departments that serve each other", () => {
  test("bear under each method what published figures say", async () => {
    const bill = await madeSnapshot(departments(["obs", "k8s"]), DEPARTMENT_LINES, DEPARTMENT_USAGE);
    const comparison = compare(bill);
    expect(exactly(wayOf(comparison, "direct"))).toEqual({
      ranking: "183500/3",
      nlp: "110125/3",
      vision: "11125",
    });
    expect(exactly(wayOf(comparison, "step-down"))).toEqual({
      ranking: "183800/3",
      nlp: "109600/3",
      vision: "11200",
    });
    expect(exactly(wayOf(comparison, "reciprocal"))).toEqual({
      ranking: "2995000/49",
      nlp: "257500/7",
      vision: "543500/49",
    });
  });

  test.skipIf(!existsSync(GOLDEN))(`come out as in ${GOLDEN}, in both orders`, async () => {
    const { methods } = JSON.parse(readFileSync(GOLDEN, "utf8")) as Golden;
    const ways: Record<string, ComparedWay> = {};
    const first = compare(
      await madeSnapshot(departments(["obs", "k8s"]), DEPARTMENT_LINES, DEPARTMENT_USAGE),
    );
    const second = compare(
      await madeSnapshot(departments(["k8s", "obs"]), DEPARTMENT_LINES, DEPARTMENT_USAGE),
    );
    ways.direct = wayOf(first, "direct");
    ways.reciprocal = wayOf(first, "reciprocal");
    ways.step_down_obs_first = wayOf(first, "step-down");
    ways.step_down_k8s_first = wayOf(second, "step-down");
    expect(Object.keys(methods).sort()).toEqual(Object.keys(ways).sort());
    for (const [name, golden] of Object.entries(methods)) {
      const way = ways[name];
      if (way === undefined) throw new RangeError(name);
      expect(exactly(way)).toEqual(golden.exact);
      expect(
        Object.fromEntries(Object.entries(charged(way)).map(([team, amount]) => [team, parseAmount(amount)])),
      ).toEqual(
        Object.fromEntries(Object.entries(golden.cents).map(([team, cents]) => [team, parseAmount(cents)])),
      );
    }
  });

  test("differ from the method in force by what sums to nothing", async () => {
    const comparison = compare(
      await madeSnapshot(departments(["obs", "k8s"]), DEPARTMENT_LINES, DEPARTMENT_USAGE),
    );
    const { changes } = wayOf(comparison, "direct");
    expect(changes.map(({ team, difference }) => [team, formatAmount(difference)])).toEqual([
      ["nlp", "175"],
      ["ranking", "-100"],
      ["vision", "-75"],
    ]);
    expect(wayOf(comparison, "step-down")).toMatchObject({ inForce: true, refused: null });
    expect(wayOf(comparison, "step-down").changes.every(({ difference }) => difference === 0n)).toBe(true);
  });
});

const SUPPORT = `
  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 9, cpu-hours: 1 } }
  - { name: support, match: { service: AWSSupport }, method: proportional }`;
const LINES = [
  { service: "AmazonEC2", amount: "100" },
  { service: "AWSSupport", amount: "10" },
  { service: "AmazonS3", amount: "30", tags: { "ml-team": "nlp" } },
];
const USAGE = [
  used("gpu", "nlp", "1", { metric: "gpu-hours" }),
  used("gpu", "vision", "3", { metric: "gpu-hours" }),
  used("gpu", "nlp", "1", { metric: "cpu-hours" }),
];

describe("other drivers", () => {
  test("are each metric alone, even and proportional, of every pool of usage", async () => {
    const comparison = compare(await madeSnapshot(sharingConfig(["nlp", "vision"], SUPPORT), LINES, USAGE));
    expect(comparison.ways.map(({ name, inForce }) => [name, inForce])).toEqual([
      ["direct", false],
      ["step-down", true],
      ["reciprocal", false],
      ["gpu: cpu-hours", false],
      ["gpu: gpu-hours", false],
      ["gpu: even", false],
      ["gpu: proportional", false],
    ]);
    expect(charged(wayOf(comparison, "gpu: gpu-hours"))).toEqual({ nlp: "59.23", vision: "80.77" });
    expect(charged(wayOf(comparison, "gpu: cpu-hours"))).toEqual({ nlp: "140" });
    expect(charged(wayOf(comparison, "gpu: even"))).toEqual({ nlp: "86.15", vision: "53.85" });
  });

  test("are tried of one pool alone where one is asked for, whatever its method", async () => {
    const comparison = compare(await madeSnapshot(sharingConfig(["nlp", "vision"], SUPPORT), LINES, USAGE), {
      pool: "support",
    });
    expect(comparison.ways.map(({ name }) => name).slice(3)).toEqual([
      "support: even",
      "support: proportional",
    ]);
  });

  test("that the configuration does not allow are told with the reason", async () => {
    const comparison = compare(await madeSnapshot(sharingConfig(["nlp", "vision"], SUPPORT), LINES, USAGE));
    expect(wayOf(comparison, "reciprocal")).toMatchObject({
      totals: [],
      refused:
        'pools[1].method: pool "support" is proportional to what others came to: expected order: last under allocation: reciprocal',
    });
  });

  test("of a pool that there is not are refused by name", async () => {
    const bill = await madeSnapshot(sharingConfig(["nlp", "vision"], SUPPORT), LINES, USAGE);
    expect(() => compare(bill, { pool: "gpus" })).toThrow('2026-09 has no pool "gpus": did you mean "gpu"?');
  });
});
