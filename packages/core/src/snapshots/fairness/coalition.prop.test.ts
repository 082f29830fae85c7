import { array, assert, bigInt, property, record, subarray } from "fast-check";
import { expect, test } from "vitest";
import { sum } from "../../costs/money.ts";
import { type BornePool, worstCoalition } from "./coalition.ts";

const TEAMS = ["a", "b", "c", "d", "e"];

const pool = record({
  users: subarray(TEAMS),
  shares: array(bigInt({ min: 0n, max: 9n }), { minLength: TEAMS.length, maxLength: TEAMS.length }),
  left: bigInt({ min: 0n, max: 9n }),
}).map(
  ({ users, shares, left }): BornePool => ({
    amount: sum(shares) + left,
    users: new Set(users),
    shares: TEAMS.map((team, index) => ({ team, amount: shares[index] ?? 0n })),
  }),
);

/** By how much a group bears more than alone. */
function excessOf(pools: readonly BornePool[], group: ReadonlySet<string>): bigint {
  const share = sum(
    pools.flatMap(({ shares }) => shares.filter(({ team }) => group.has(team)).map(({ amount }) => amount)),
  );
  const used = pools.filter(({ users }) => [...users].some((team) => group.has(team)));
  return share - sum(used.map(({ amount }) => amount));
}

test("the group found bears most beyond what it would alone, of all groups that there are", () =>
  assert(
    property(array(pool, { minLength: 1, maxLength: 5 }), (pools) => {
      let worst = 0n;
      for (let mask = 1; mask < 2 ** TEAMS.length; mask++) {
        const group = new Set(TEAMS.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1));
        const excess = excessOf(pools, group);
        if (excess > worst) worst = excess;
      }
      const found = worstCoalition(pools);
      expect(found?.excess ?? 0n).toBe(worst);
      if (found !== null) expect(excessOf(pools, new Set(found.teams))).toBe(found.excess);
    }),
    { numRuns: 1000 },
  ));
