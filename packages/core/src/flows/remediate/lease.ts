import type { Ledger } from "../../ports.ts";

/** Longer than acting on a few resources takes; whoever dies meanwhile holds up nobody for long. */
const HELD = 2 * 60_000;

/** What is begun has to be done while the resource is in hand. */
const RESERVE = 45_000;

/** What is in hand. */
export interface Held {
  readonly resources: readonly string[];
  /** Whether there is time to begin something more. */
  readonly mayBegin: () => boolean;
}

/**
 * Does something with those resources that nobody else has in hand, and gives them out of hand again.
 *
 * @param clock epoch milliseconds
 */
export async function whileLeased<Result>(
  ledger: Ledger,
  resources: readonly string[],
  clock: () => number,
  act: (held: Held) => Promise<Result>,
): Promise<Result> {
  const at = clock();
  const leases = resources.map((resource) => ({ resource, at, until: at + HELD }));
  const taken = await Promise.all(
    leases.map(async (lease) => (await ledger.transact([{ kind: "lease", lease }])).done),
  );
  const held = leases.filter((_, place) => taken[place] === true);
  try {
    return await act({
      resources: held.map(({ resource }) => resource),
      mayBegin: () => clock() < at + HELD - RESERVE,
    });
  } finally {
    // Where this fails, they end by themselves.
    await Promise.allSettled(held.map((lease) => ledger.transact([{ kind: "unlease", lease }])));
  }
}
