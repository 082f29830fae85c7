import type { OpencostSource } from "@tagledger/core/config/definition/usage/opencost";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { askedPools } from "../pods/asked-pools.ts";
import { opencostAddress } from "./address.ts";
import type { Asking } from "./ask.ts";
import { naming } from "./naming.ts";
import { readOpencost } from "./reading.ts";

/** What an OpenCost is read with. */
export interface OpencostSettings extends Pick<Asking, "fetch" | "sleep" | "random"> {
  readonly source: OpencostSource;
  /** The usage pools of the configuration. */
  readonly pools: readonly UsagePool[];
  /** Reads a secret by its name. */
  readonly secret: (name: string) => Promise<string>;
}

/**
 * What workloads were allocated, hour by hour, as OpenCost's allocation API tells it.
 *
 * @example await opencostUsage({ source, pools, fetch, sleep, random, secret }).read({ period, until })
 */
export function opencostUsage(settings: OpencostSettings): UsageSource {
  const { source, fetch, sleep, random } = settings;
  const address = opencostAddress(source.url);
  const pools = askedPools(settings.pools, source.pools);
  return {
    kind: source.kind,
    name: address.name,
    pools: pools.map(({ pool }) => pool.name),
    async read(query) {
      if (pools.length === 0) return { rows: [], coverage: [], notes: [] };
      const authorization = await authorizationOf(settings);
      const asking = { fetch, sleep, random, authorization };
      return readOpencost({ address, asking, pools, naming: naming(source) }, query);
    },
  };
}

async function authorizationOf({ source, secret }: OpencostSettings): Promise<string | null> {
  if (source.token === undefined) return null;
  return `Bearer ${(await secret(source.token.replace(/^secret:/, ""))).trim()}`;
}
