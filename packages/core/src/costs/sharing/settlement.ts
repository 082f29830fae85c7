import type { Pool } from "../../config/definition/costs.ts";
import type { Destination } from "../attribution/destination.ts";
import { add, multiply, type Rational, rational, ZERO } from "../rational.ts";
import type { DividedBy } from "./divided-by.ts";
import { earlierPeriods, usageWeights } from "./driver.ts";
import { reaching } from "./graph.ts";
import type { Shares, SharingInput } from "./input.ts";
import { weigh } from "./methods/all.ts";
import type { SharingContext } from "./methods/context.ts";
import { even } from "./methods/even.ts";
import { proportional } from "./methods/proportional.ts";
import { heldRow, type Row, rowOf } from "./row.ts";
import { type Flows, follow } from "./solve.ts";
import { type UsageRow, usageByPool } from "./usage.ts";
import { combine, EMPTY, type Vector } from "./vector.ts";

type MayConsume = (pool: string) => boolean;

/** Pools that settle one after another or together; each sees what those before it came to. */
export class Settlement {
  readonly #input: SharingInput;
  readonly #usage: ReadonlyMap<string, readonly UsageRow[]>;
  readonly #rows = new Map<string, Row>();
  readonly #followers = new Set<string>();
  readonly #context: SharingContext;

  constructor(input: SharingInput) {
    this.#input = input;
    const { teams, period, direct } = input;
    this.#usage = usageByPool(input.usage);
    this.#context = {
      teams,
      usageOf: (pool) => this.#usage.get(pool) ?? [],
      period,
      direct,
      allocated: () => this.#allocated(),
      throughput: (pool) => this.#throughput(pool),
      isHeld: (pool) => this.#rows.get(pool)?.by.method === "held",
    };
  }

  /** Settles a pool; pools that have settled, and itself, consume nothing of it, unless it follows them. */
  settleAlone(pool: Pool): void {
    if (pool.method === "follow") this.#followers.add(pool.name);
    const mayConsume = this.#consumersAlone(pool);
    const row = rowOf(weigh(pool, this.#context), mayConsume, this.#as(pool));
    this.#rows.set(pool.name, row ?? this.#missing(pool, mayConsume));
    if (!this.#closed().has(pool.name)) return;
    this.#rows.delete(pool.name);
    const alone = this.#missing(pool, () => false);
    this.#rows.set(pool.name, alone);
  }

  /**
   * Settles pools that consume each other at once.
   *
   * @returns those that can only settle after the others: they follow, or weigh what teams were given
   */
  settleTogether(pools: readonly Pool[]): Pool[] {
    const later = new Set<Pool>();
    for (const pool of pools) {
      if (pool.method === "follow" || pool.method === "proportional") {
        later.add(pool);
        continue;
      }
      const row = rowOf(weigh(pool, this.#context), (consumer) => consumer !== pool.name, this.#as(pool));
      if (row !== undefined) this.#rows.set(pool.name, row);
      else if (pool.onMissingUsage === "proportional") later.add(pool);
      else
        this.#rows.set(
          pool.name,
          this.#missing(pool, (consumer) => consumer !== pool.name),
        );
    }
    const closed = this.#closed();
    for (const pool of pools) {
      if (!closed.has(pool.name)) continue;
      this.#rows.delete(pool.name);
      if (pool.onMissingUsage === "proportional") later.add(pool);
      else
        this.#rows.set(
          pool.name,
          this.#missing(pool, () => false),
        );
    }
    return [...later];
  }

  /** Where each pool's own charges end, once all have settled. */
  shares(): Shares {
    const flows = this.#flows();
    const byPool = new Map<string, Vector>();
    for (const [pool, flow] of flows) {
      byPool.set(pool, combine([...flow].map(([via, fraction]) => [fraction, this.#leavesOf(via)])));
    }
    const destinations = new Map([...this.#rows.values()].flatMap((row) => [...row.destinations]));
    const dividedBy = new Map([...this.#rows].map(([pool, { by }]) => [pool, by]));
    return { byPool, destinations, dividedBy, rows: this.#rows };
  }

  #consumersAlone(pool: Pool): MayConsume {
    if (pool.method === "follow") return () => true;
    if (this.#input.allocation === "direct") return () => false;
    return (consumer) => consumer !== pool.name && !this.#rows.has(consumer);
  }

  #as({ method }: Pool): DividedBy {
    return { method, usage: method === "usage" ? this.#input.period.name : null };
  }

  /** What `onMissingUsage` says; where that knows nobody either, the pool keeps what it holds. */
  #missing(pool: Pool, mayConsume: MayConsume): Row {
    return this.#instead(pool, mayConsume) ?? heldRow(pool.name);
  }

  #instead(pool: Pool, mayConsume: MayConsume): Row | undefined {
    switch (pool.onMissingUsage) {
      case "even":
        return rowOf(even({ ...pool, method: "even", to: undefined }, this.#context), mayConsume, {
          method: "even",
          usage: null,
        });
      case "proportional":
        return rowOf(proportional({ ...pool, method: "proportional" }, this.#context), mayConsume, {
          method: "proportional",
          usage: null,
        });
      case "previous":
        return pool.method === "usage" ? this.#previous(pool, mayConsume) : undefined;
      case "hold":
        return undefined;
    }
  }

  #previous(pool: Extract<Pool, { method: "usage" }>, mayConsume: MayConsume): Row | undefined {
    const { period } = this.#input;
    const usage = this.#context.usageOf(pool.name);
    for (const earlier of earlierPeriods(usage, pool, period)) {
      const by = { method: "usage", usage: earlier.name } as const;
      const row = rowOf(usageWeights(usage, pool, earlier), mayConsume, by);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Settled pools whose money could only go round among pools for ever. */
  #closed(): Set<string> {
    const graph = new Map([...this.#rows].map(([pool, row]) => [pool, row.pools.keys()]));
    const withLeaves = [...this.#rows]
      .filter(([, row]) => row.leaves.numerators.size > 0)
      .map(([pool]) => pool);
    const unsettled = this.#input.pools.map(({ name }) => name).filter((name) => !this.#rows.has(name));
    const open = reaching(graph, [...withLeaves, ...unsettled]);
    return new Set([...this.#rows.keys()].filter((pool) => !open.has(pool)));
  }

  #flows(endsAt: (pool: string) => boolean = () => false): Flows {
    return follow(
      new Map([...this.#rows].map(([pool, row]) => [pool, endsAt(pool) ? new Map() : row.pools])),
    );
  }

  /** Money that follows a pool does not come through it, or two that follow each other's money would never settle. */
  #throughput(pool: string): Rational {
    let through = ZERO;
    for (const [origin, flow] of this.#flows((each) => this.#followers.has(each))) {
      through = add(through, multiply(this.#amountOf(origin), flow.get(pool) ?? ZERO));
    }
    return through;
  }

  #allocated(): Map<string, Rational> {
    const terms = [...this.#flows()].flatMap(([origin, flow]) =>
      [...flow].map(
        ([via, fraction]) => [multiply(this.#amountOf(origin), fraction), this.#leavesOf(via)] as const,
      ),
    );
    const destinations = new Map<string, Destination>(
      [...this.#rows.values()].flatMap((row) => [...row.destinations]),
    );
    const { denominator, numerators } = combine(terms);
    const byTeam = new Map<string, Rational>();
    for (const [key, numerator] of numerators) {
      const destination = destinations.get(key);
      if (destination?.kind !== "direct" || destination.leaf.team === null) continue;
      const { team } = destination.leaf;
      byTeam.set(team, add(byTeam.get(team) ?? ZERO, rational(numerator, denominator)));
    }
    return byTeam;
  }

  #amountOf(pool: string): Rational {
    return { n: this.#input.amounts.get(pool) ?? 0n, d: 1n };
  }

  #leavesOf(pool: string): Vector {
    return this.#rows.get(pool)?.leaves ?? EMPTY;
  }
}
