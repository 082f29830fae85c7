import { TagledgerError } from "../errors.ts";
import type { ResourceHistory } from "../ledger/resource.ts";
import { askRelease, type ReleaseAnswer, type ReleaseRequest } from "./ask-release.ts";
import type { RemediatePorts } from "./remediate/ports.ts";
import type { Rules } from "./rules.ts";

/** What came of giving back one of many. */
export interface ReleasedOne extends Omit<ReleaseAnswer, "quarantine"> {
  readonly resource: string;
  /** Null where it could not even be looked at. */
  readonly quarantine: ReleaseAnswer["quarantine"] | null;
}

/** What is to be given back, by whom, and by which way. */
export interface ReleaseAll extends Omit<ReleaseRequest, "resource"> {
  /** What is quarantined at this moment, and is to be given back. */
  readonly find: () => Promise<readonly ResourceHistory[]>;
  /** The way to some resources, for each of them. */
  readonly portsFor: (
    histories: readonly ResourceHistory[],
  ) => Promise<(history: ResourceHistory) => RemediatePorts>;
}

/**
 * Gives back all that is quarantined, one after the other, so that the limit of what may start again is kept; until all
 * was asked for, also what is quarantined meanwhile. One that fails keeps no other from being given back.
 */
export async function* releaseAll(
  rules: Rules,
  { find, portsFor, by, reason }: ReleaseAll,
): AsyncGenerator<ReleasedOne> {
  const asked = new Set<string>();
  for (;;) {
    const some = (await find()).filter(({ resource }) => !asked.has(resource));
    if (some.length === 0) return;
    const portsOf = await portsFor(some);
    for (const history of some) {
      const { resource } = history;
      asked.add(resource);
      const one = await releaseOne(portsOf(history), rules, { resource, by, reason });
      if (one !== null) yield one;
    }
  }
}

/** Null where somebody else gave it back a moment ago. */
async function releaseOne(
  ports: RemediatePorts,
  rules: Rules,
  request: ReleaseRequest,
): Promise<ReleasedOne | null> {
  const { resource } = request;
  try {
    return { resource, ...(await askRelease(ports, rules, request)) };
  } catch (error) {
    if (error instanceof TagledgerError && error.code === "bad-input") return null;
    const why = error instanceof Error ? error.message : String(error);
    return { resource, quarantine: null, why, isLimited: false };
  }
}
