import { type Amount, sum } from "../../costs/money.ts";

/** A pool that costs something, who is known to use it, and who bears it. */
export interface BornePool {
  readonly amount: Amount;
  readonly users: ReadonlySet<string>;
  readonly shares: readonly { readonly team: string; readonly amount: Amount }[];
}

/** Teams, what they bear together, and the whole of the pools that any of them uses. */
export interface BorneTogether {
  readonly teams: readonly string[];
  readonly share: Amount;
  readonly alone: Amount;
  readonly excess: Amount;
}

/**
 * Finds the teams that together bear most beyond the whole of the pools that any of them uses; null where no group does.
 *
 * Every group is covered without trying each: no group bears more exactly where all shares can be laid onto pools that
 * their teams use, none beyond its amount. Teams whose shares find no room, with those that hold the room, are the group.
 */
export function worstCoalition(pools: readonly BornePool[]): BorneTogether | null {
  const room = new Room(pools);
  const group = new Set<string>();
  for (const team of room.teams()) for (const each of room.settle(team)) group.add(each);
  if (group.size === 0) return null;
  const share = sum(
    pools.flatMap((pool) => pool.shares.filter(({ team }) => group.has(team)).map((each) => each.amount)),
  );
  const used = pools.filter(({ users }) => [...users].some((team) => group.has(team)));
  const alone = sum(used.map(({ amount }) => amount));
  return { teams: [...group].sort(), share, alone, excess: share - alone };
}

/** What is laid onto pools, and by whom. */
class Room {
  readonly #pools: readonly (BornePool & { readonly laid: Map<string, Amount> })[];
  /** What a team has not laid anywhere yet. */
  readonly #open = new Map<string, Amount>();

  constructor(pools: readonly BornePool[]) {
    this.#pools = pools.map((pool) => ({ ...pool, laid: new Map<string, Amount>() }));
    for (const { users, shares, laid } of this.#pools) {
      for (const { team, amount } of shares) addTo(users.has(team) ? laid : this.#open, team, amount);
    }
  }

  teams(): string[] {
    return [...this.#open.keys()].sort();
  }

  /**
   * Lays what a team has open onto pools, moving what others laid where that makes room.
   *
   * @returns the teams that there is no room for together; none where all found room
   */
  settle(team: string): ReadonlySet<string> {
    while ((this.#open.get(team) ?? 0n) > 0n) {
      const { reached, path } = this.#search(team);
      if (path === null) return reached;
      const last = path.at(-1);
      const free = last === undefined ? 0n : this.#freeIn(last.pool);
      const moved = path
        .slice(1)
        .map(({ team: mover }, index) => this.#pools[path[index]?.pool ?? -1]?.laid.get(mover) ?? 0n);
      const amount = [this.#open.get(team) ?? 0n, free, ...moved].reduce((least, each) =>
        each < least ? each : least,
      );
      addTo(this.#open, team, -amount);
      for (const [index, step] of path.entries()) {
        const from = path[index - 1];
        if (from !== undefined) addTo(this.#pools[from.pool]?.laid ?? new Map(), step.team, -amount);
        addTo(this.#pools[step.pool]?.laid ?? new Map(), step.team, amount);
      }
    }
    return new Set();
  }

  /** The shortest way to room: each step a team and a pool onto which it can lay more. */
  #search(start: string): { readonly reached: ReadonlySet<string>; readonly path: readonly Step[] | null } {
    const reached = new Set([start]);
    const seen = new Set<number>();
    const ends = new Map<string, readonly Step[]>([[start, []]]);
    for (const team of reached) {
      for (const [index, { users, laid }] of this.#pools.entries()) {
        if (seen.has(index) || !users.has(team)) continue;
        seen.add(index);
        const path = [...(ends.get(team) ?? []), { team, pool: index }];
        if (this.#freeIn(index) > 0n) return { reached, path };
        for (const [other, amount] of laid) {
          if (amount <= 0n || reached.has(other)) continue;
          reached.add(other);
          ends.set(other, path);
        }
      }
    }
    return { reached, path: null };
  }

  #freeIn(index: number): Amount {
    const pool = this.#pools[index];
    return pool === undefined ? 0n : pool.amount - sum(pool.laid.values());
  }
}

interface Step {
  readonly team: string;
  readonly pool: number;
}

function addTo(sums: Map<string, Amount>, key: string, amount: Amount): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
