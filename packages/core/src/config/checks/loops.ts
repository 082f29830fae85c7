import { consumersOf, pooled } from "../consumers.ts";
import { unitsOf } from "../decimal.ts";
import type { Pool } from "../definition/costs.ts";
import type { Config } from "../definition.ts";
import { type Graph, loopsOf, loopText } from "../loop.ts";
import type { Flaw } from "../problem.ts";

/** Pools must not follow each other in a loop, nor hand money round among themselves so that no team gets any. */
export function checkLoops({ pools }: Config): Flaw[] {
  const follows = new Map(pools.map((pool) => [pool.name, pool.method === "follow" ? pool.of : []]));
  const follower = (name: string) => (follows.get(name) ?? []).length > 0;
  const at = (loop: readonly string[]) => ["pools", pools.findIndex(({ name }) => name === loop[0])];
  return [
    ...loopsOf(follows).map((loop) => ({
      path: at(loop),
      message: `pools follow each other in a loop: ${loopText(loop)}`,
    })),
    ...loopsOf(closedGroup(pools))
      .filter((loop) => !loop.every(follower))
      .map((loop) => ({
        path: at(loop),
        message: `pools hand money round without reaching a team: ${loopText(loop)}`,
      })),
  ];
}

/** The pools whose money can reach no team, with what they lead to, which are pools of the same kind. */
function closedGroup(pools: readonly Pool[]): Graph {
  const closed = new Map(
    pools.flatMap((pool) => {
      const next = ledTo(pool);
      return next === undefined ? [] : [[pool.name, next] as const];
    }),
  );
  // One pool that reaches a team opens those that lead to it, and so on.
  for (let before = -1; before !== closed.size; ) {
    before = closed.size;
    for (const [name, next] of closed) if (!next.every((each) => closed.has(each))) closed.delete(name);
  }
  return closed;
}

/** The pools that a pool leads to, or undefined where it can reach a team by itself. */
function ledTo(pool: Pool): readonly string[] | undefined {
  if (pool.method === "follow") return pool.of;
  const takers = consumersOf(pool).filter(
    ({ name }) => pool.method !== "fixed" || unitsOf(pool.shares[name] ?? "0") !== 0n,
  );
  const consumers = takers.map(({ name }) => pooled(name));
  if (consumers.length === 0 || consumers.includes(undefined)) return undefined;
  return consumers.filter((name) => name !== undefined);
}
