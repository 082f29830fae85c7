import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../../costs/money.ts";
import { formatRational, rational } from "../../costs/rational.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { attributed, chargesOf } from "../../costs/testing/attribution.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { explain } from "./explain.ts";
import { LinesOf } from "./lines.ts";
import { renderExplanationText } from "./text.ts";
import { whatIf } from "./what-if.ts";

async function explained(allocation: string, pool?: string) {
  const config = departments(["obs", "k8s"], allocation);
  const bill = await madeSnapshot(config, DEPARTMENT_LINES, DEPARTMENT_USAGE);
  const lines = new LinesOf({ pools: new Set(["obs", "k8s"]), team: "vision" });
  const charges = await attributed(config, chargesOf(config, DEPARTMENT_LINES), lines);
  return explain(bill, { team: "vision", pool }, lines.of(charges));
}

describe("what a team bears", () => {
  test("is its direct cost and a share of each pool", async () => {
    const { direct, shared, total, pools } = await explained("step-down");
    expect([direct, shared, total].map(formatAmount)).toEqual(["5000", "6200", "11200"]);
    expect(pools.map(({ pool, share }) => [pool, formatAmount(share)])).toEqual([
      ["obs", "1200"],
      ["k8s", "5000"],
    ]);
  });

  test("comes to it directly, and through pools that another pool serves", async () => {
    const { pools } = await explained("step-down", "obs");
    const [obs] = pools;
    expect(obs?.ways.ways.map((way) => [way.pools.join(" "), formatRational(way.fraction)])).toEqual([
      ["obs", "1/10"],
      ["obs k8s", "1/30"],
    ]);
    expect(obs?.ways.rest).toEqual({ n: 0n, d: 1n });
    expect(formatRational(obs?.weight ?? rational(0n, 1n))).toBe("2/15");
  });

  test("comes round through pools that serve each other, which is told as a rest", async () => {
    const { pools } = await explained("reciprocal", "obs");
    const [obs] = pools;
    expect(obs?.ways.ways.map((way) => [way.pools.join(" "), formatRational(way.fraction)])).toEqual([
      ["obs", "1/10"],
      ["obs k8s", "3/100"],
    ]);
    expect(formatRational(obs?.ways.rest ?? rational(0n, 1n))).toBe("13/4900");
  });

  test("rests on what was used, by whom, and where that was measured", async () => {
    const { drivers } = await explained("step-down", "obs");
    const [obs, k8s] = drivers;
    expect(
      obs?.consumers.map(({ consumer, quantities, fraction }) => [
        consumer,
        formatAmount(quantities.get("use")?.n ?? 0n),
        fraction && formatRational(fraction),
      ]),
    ).toEqual([
      ["ranking", "40", "2/5"],
      ["nlp", "30", "3/10"],
      ["pool:k8s", "20", "1/5"],
      ["vision", "10", "1/10"],
    ]);
    expect(obs?.places).toMatchObject([{ place: "usage.csv:5", metric: "use", rows: 1, hours: 720 }]);
    // The first pool has settled when the second does.
    expect(k8s?.consumers.at(-1)).toMatchObject({ consumer: "pool:obs", fraction: null });
  });

  test("stands by rules that are named with their places", async () => {
    const { pools } = await explained("step-down", "k8s");
    expect(pools[0]?.rules).toEqual([
      {
        at: "pools[1]",
        text: '{ name: k8s, match: { service: AmazonEC2 }, includeTagged: false, onMissingUsage: hold, method: usage, metric: { use: "1" }, idle: share }',
      },
      { at: "allocation", text: "step-down" },
    ]);
  });

  test("comes from lines of the bill", async () => {
    const { pools, established } = await explained("step-down");
    expect(
      pools[0]?.lines?.map(({ service, usageType, account, lines, amount }) => [
        service,
        usageType,
        account,
        lines,
        formatAmount(amount),
      ]),
    ).toEqual([
      ["AmazonCloudWatch", "Metrics", "111122223333", 1, "6000"],
      ["AmazonCloudWatch", "Logs", "111122223333", 1, "3000"],
    ]);
    expect(established).toMatchObject([{ by: "tag", amount: parseAmount("5000"), lines: [{ lines: 1 }] }]);
  });

  test("is told of a metric whose name every object of a program has", async () => {
    const config = sharingConfig(
      ["nlp", "vision"],
      "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { constructor: 1, use: 1 } }",
    );
    const bill = await madeSnapshot(config, DEPARTMENT_LINES.slice(2, 3), [
      used("k8s", "nlp", "3", { metric: "constructor" }),
      used("k8s", "vision", "1"),
    ]);
    const explanation = explain(bill, { team: "nlp" }, null);
    const consumers = explanation.drivers.flatMap((driver) => driver.consumers);
    expect(consumers.map(({ consumer, quantities }) => [consumer, [...quantities.keys()]])).toEqual([
      ["nlp", ["constructor"]],
      ["vision", ["use"]],
    ]);
    expect(renderExplanationText(explanation)).toMatch(/\nvision +1 +1\/4 \(25\.0%\)\n/);
  });

  test("is refused of a team or a pool that there is not, naming the nearest", async () => {
    const bill = await madeSnapshot(departments(["obs", "k8s"]), DEPARTMENT_LINES, DEPARTMENT_USAGE);
    expect(() => explain(bill, { team: "visoin" }, null)).toThrow(
      'has no team "visoin": did you mean "vision"?',
    );
    expect(() => explain(bill, { team: "vision", pool: "k9s" }, null)).toThrow('did you mean "k8s"?');
  });
});

describe("rounding", () => {
  test("gives the units that are left to the largest remainders, equal ones by key", async () => {
    const config = sharingConfig(
      ["a", "b", "c"],
      "  - { name: even, match: { service: AmazonECR }, method: even }",
    );
    const bill = await madeSnapshot(config, [{ service: "AmazonECR", amount: "0.05" }]);
    const of = (team: string) => explain(bill, { team }, null).pools[0]?.leaves[0];
    expect(of("a")).toMatchObject({
      amount: parseAmount("0.02"),
      units: 1,
      rounding: { left: 2, remainder: { n: 2n, d: 3n }, rank: 1, tied: true },
    });
    expect(of("c")).toMatchObject({
      amount: parseAmount("0.01"),
      units: 0,
      rounding: { rank: 3, tied: true },
    });
  });
});

describe("what other use would have come to", () => {
  test("saves the team what others bear more", async () => {
    const bill = await madeSnapshot(departments(["k8s"]), DEPARTMENT_LINES, [
      used("k8s", "nlp", "50"),
      used("k8s", "vision", "50"),
    ]);
    const half = whatIf(bill, { team: "vision", metric: "use", factor: rational(1n, 2n) });
    expect(formatAmount(half.saving)).toBe("5000");
    expect(half.changes.map(({ team, difference }) => [team, formatAmount(difference)])).toEqual([
      ["nlp", "5000"],
      ["vision", "-5000"],
    ]);
    expect(half.pools).toEqual(["k8s"]);
  });

  test("leaves capacity idle where that is kept separate", async () => {
    const config = sharingConfig(
      ["nlp", "vision"],
      "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 }, idle: separate }",
    );
    const bill = await madeSnapshot(config, DEPARTMENT_LINES.slice(2, 3), [
      used("k8s", "nlp", "50"),
      used("k8s", "vision", "50"),
      used("k8s", "capacity", "100"),
    ]);
    const half = whatIf(bill, { team: "vision", metric: "use", factor: rational(1n, 2n) });
    expect(half.changes.map(({ team, difference }) => [team, formatAmount(difference)])).toEqual([
      ["vision", "-7500"],
      [null, "7500"],
    ]);
  });

  test("is told of the use of an earlier month where the pool was divided by that", async () => {
    const config = sharingConfig(
      ["nlp", "vision"],
      "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 }, onMissingUsage: previous }",
    );
    const august = { start: Date.UTC(2026, 7, 1), end: Date.UTC(2026, 8, 1) };
    const bill = await madeSnapshot(config, DEPARTMENT_LINES.slice(2, 3), [
      used("k8s", "nlp", "50", august),
      used("k8s", "vision", "50", august),
    ]);
    expect(bill.pools[0]?.dividedBy).toEqual({ method: "usage", usage: "2026-08" });
    const half = whatIf(bill, { team: "vision", metric: "use", factor: rational(1n, 2n) });
    expect([formatAmount(half.saving), half.pools]).toEqual(["5000", ["k8s"]]);
  });

  test("is refused of a metric that the team did not use, naming those it did", async () => {
    const bill = await madeSnapshot(departments(["obs", "k8s"]), DEPARTMENT_LINES, DEPARTMENT_USAGE);
    const wish = { team: "vision", metric: "uses", factor: rational(1n, 2n) };
    expect(() => whatIf(bill, wish)).toThrow('vision used no uses in 2026-09: did you mean "use"?');
    expect(() => whatIf(bill, { ...wish, team: "nobody" })).toThrow("nobody used nothing in 2026-09");
  });
});
