import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../config/load.ts";
import { TagledgerError } from "../../errors.ts";
import { parseAmount } from "../money.ts";
import { divided, fractions, share, used } from "./testing/share.ts";

const TEAMS = ["a", "b", "c", "d"];
const POOLS = ["p", "q", "r", "s", "t"];
const METHODS = ["even", "fixed", "usage", "follow", "proportional"] as const;

interface Case {
  readonly pools: readonly Record<string, unknown>[];
  readonly allocation: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly direct: Readonly<Record<string, string>>;
  readonly usage: readonly { pool: string; team: string; quantity: number }[];
}

const amount = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 12 }))
  .map(([units, places]) => `${units}e-${places}`);

const byName = (names: readonly string[]) =>
  fc
    .tuple(...names.map(() => amount))
    .map((amounts) => Object.fromEntries(names.map((name, at) => [name, amounts[at] ?? "0"])));

/** Pools that consume others as `mayConsume` allows, by the positions of both in the file. */
function cases(
  methods: readonly string[],
  mayConsume: (from: number, to: number) => boolean,
): fc.Arbitrary<Case> {
  return fc.integer({ min: 1, max: POOLS.length }).chain((count) => {
    const names = POOLS.slice(0, count);
    const reachable = (index: number) => names.filter((_, to) => to !== index && mayConsume(index, to));
    const pools = names.map((name, index) =>
      poolOf(
        name,
        methods,
        reachable(index),
        names.filter((each) => each !== name),
      ),
    );
    const usageRow = fc.constantFrom(...names.keys()).chain((index) =>
      fc.record({
        pool: fc.constant(names[index] ?? "p"),
        team: fc.constantFrom(
          ...TEAMS,
          "capacity",
          "unowned:cron",
          ...reachable(index).map((pool) => `pool:${pool}`),
        ),
        quantity: fc.integer({ min: 0, max: 50 }),
      }),
    );
    return fc.record({
      pools: fc.tuple(...pools),
      allocation: fc.constantFrom("step-down", "direct", "reciprocal"),
      amounts: byName(names),
      direct: byName(TEAMS),
      usage: fc.array(usageRow, { maxLength: 25 }),
    });
  });
}

function poolOf(
  name: string,
  methods: readonly string[],
  consumers: readonly string[],
  others: readonly string[],
) {
  const anyone = [...TEAMS, ...consumers.map((pool) => `pool:${pool}`)];
  const onMissingUsage = fc.constantFrom(
    "hold",
    "previous",
    "even",
    ...(methods.includes("proportional") ? ["proportional"] : []),
  );
  return fc
    .record({ method: fc.constantFrom(...methods), onMissingUsage, idle: fc.boolean(), last: fc.boolean() })
    .chain(({ method, onMissingUsage: missing, idle, last }): fc.Arbitrary<Record<string, unknown>> => {
      const base = {
        name,
        onMissingUsage: missing,
        ...(last && method === "proportional" ? { order: "last" } : {}),
      };
      switch (method) {
        case "even":
          return fc
            .uniqueArray(fc.constantFrom(...anyone), { minLength: 1 })
            .map((to) => ({ ...base, method, to }));
        case "fixed":
          return fc
            .uniqueArray(fc.constantFrom(...anyone), { minLength: 1, maxLength: 2 })
            .map((to) => ({ ...base, method, shares: sharesOf(to) }));
        case "follow":
          return others.length === 0
            ? fc.constant({ ...base, method: "even" })
            : fc
                .uniqueArray(fc.constantFrom(...others), { minLength: 1 })
                .map((of) => ({ ...base, method, of }));
        case "usage":
          return fc.constant({ ...base, method, metric: { use: 1 }, idle: idle ? "separate" : "share" });
        default:
          return fc.constant({ ...base, method });
      }
    });
}

function sharesOf([first = "a", second]: readonly string[]): Record<string, string> {
  return second === undefined ? { [first]: "1" } : { [first]: "0.3", [second]: "0.7" };
}

/** For each pool its parts by name, in the order of names. */
type PartsByPool = Readonly<Record<string, readonly (readonly [name: string, part: string])[]>>;

interface Outcome {
  readonly fractions: PartsByPool;
  readonly divided: PartsByPool;
}

/** What a case comes to, or undefined where its configuration is refused. */
function outcome(
  { pools, allocation, amounts, direct, usage }: Case,
  teams: readonly string[] = TEAMS,
): Outcome | undefined {
  try {
    const document = {
      version: 1,
      allocation,
      teams: Object.fromEntries(teams.map((team) => [team, {}])),
      pools,
    };
    const { config } = loadConfig(JSON.stringify(document), "tagledger.yaml");
    const rows = usage.map(({ pool, team, quantity }) => used(pool, team, String(quantity)));
    const shares = share(config, amounts, { usage: rows, direct });
    return {
      fractions: Object.fromEntries(pools.map(({ name }) => [name, sorted(fractions(shares, String(name)))])),
      divided: Object.fromEntries(
        pools.map(({ name }) => [name, sorted(divided(shares, String(name), amounts[String(name)] ?? "0"))]),
      ),
    };
  } catch (error) {
    if (error instanceof TagledgerError) return undefined;
    throw error;
  }
}

function sorted(record: Record<string, string>): [string, string][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

const anything = cases(METHODS, () => true);
const fixedWeights = cases(["even", "fixed", "usage"], () => true);

function law(name: string, arbitrary: fc.Arbitrary<Case>, holds: (each: Case) => void) {
  test(name, () => fc.assert(fc.property(arbitrary, holds), { numRuns: 300 }));
}

describe("for any tree of pools", () => {
  law("every pool's parts add up to it exactly", anything, (each) => {
    const result = outcome(each);
    fc.pre(result !== undefined);
    for (const [pool, parts] of Object.entries(result.divided)) {
      const sum = parts.reduce((total, [, part]) => total + parseAmount(part), 0n);
      expect(sum).toBe(parseAmount(each.amounts[pool] ?? "0"));
    }
  });

  law("every pool's fractions are positive and sum to one", anything, (each) => {
    const result = outcome(each);
    fc.pre(result !== undefined);
    for (const parts of Object.values(result.fractions)) {
      const [numerator, denominator] = parts.reduce(
        ([n, d], [, fraction]) => {
          const [top = 0n, bottom = 1n] = fraction.split("/").map(BigInt);
          expect(top > 0n).toBe(true);
          return [n * bottom + top * d, d * bottom] as const;
        },
        [0n, 1n] as readonly [bigint, bigint],
      );
      expect(numerator).toBe(denominator);
    }
  });

  law("the order of usage and of teams changes nothing", anything, (each) => {
    const reversed = { ...each, usage: each.usage.toReversed() };
    expect(outcome(reversed, TEAMS.toReversed())).toEqual(outcome(each));
  });

  law("a driver in other units changes nothing", anything, (each) => {
    const usage = each.usage.map((row) => ({ ...row, quantity: row.quantity * 3600 }));
    expect(outcome({ ...each, usage })).toEqual(outcome(each));
  });
});

describe("at fixed weights", () => {
  law("negative amounts are divided as positive ones, mirrored", fixedWeights, (each) => {
    const negated = Object.fromEntries(
      Object.entries(each.amounts).map(([pool, text]) => [
        pool,
        text.startsWith("-") ? text.slice(1) : `-${text}`,
      ]),
    );
    const [positive, negative] = [outcome(each), outcome({ ...each, amounts: negated })];
    fc.pre(positive !== undefined && negative !== undefined);
    for (const [pool, parts] of Object.entries(positive.divided)) {
      const mirrored = parts.map(([name, part]) => [name, -parseAmount(part)]);
      expect(negative.divided[pool]?.map(([name, part]) => [name, parseAmount(part)])).toEqual(mirrored);
    }
  });
});

describe("at fixed weights, a team that uses more, all else equal", () => {
  const more = fc.tuple(
    fixedWeights,
    fc.constantFrom(...TEAMS),
    fc.constantFrom(...POOLS),
    fc.integer({ min: 1, max: 50 }),
  );
  const before = ([each]: readonly [Case, ...unknown[]]) => outcome(each);
  const after = ([each, team, pool, quantity]: readonly [Case, string, string, number]) =>
    outcome({ ...each, usage: [...each.usage, { pool, team, quantity }] });

  test("bears no smaller fraction of any pool", () =>
    fc.assert(
      fc.property(more, (given) => {
        const [less, greater] = [before(given), after(given)];
        fc.pre(less !== undefined && greater !== undefined && isUsed(given));
        for (const pool of Object.keys(less.fractions)) {
          const [a, b] = [less, greater].map(({ fractions: all }) => fractionOf(all[pool], given[1]));
          expect(compare(a, b), pool).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    ));

  function isUsed([each, , pool]: readonly [Case, string, string, number]): boolean {
    return each.pools.some(({ name, method }) => name === pool && method === "usage");
  }

  function fractionOf(parts: PartsByPool[string] = [], team: string): readonly [bigint, bigint] {
    const found = parts.find(([name]) => name === team)?.[1] ?? "0/1";
    const [n = 0n, d = 1n] = found.split("/").map(BigInt);
    return [n, d];
  }

  function compare(a: readonly [bigint, bigint] = [0n, 1n], b: readonly [bigint, bigint] = [0n, 1n]): number {
    const difference = a[0] * b[1] - b[0] * a[1];
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
});

describe("pools that give only to later ones", () => {
  const acyclic = cases(["even", "fixed", "usage", "follow"], (from, to) => from < to);
  law("come out the same step by step and solved together", acyclic, (each) => {
    const upstreamFirst = each.pools.every(
      ({ of }, index) => !Array.isArray(of) || of.every((name) => POOLS.indexOf(name) < index),
    );
    fc.pre(upstreamFirst);
    expect(outcome({ ...each, allocation: "reciprocal" })).toEqual(
      outcome({ ...each, allocation: "step-down" }),
    );
  });
});
