import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import type { Coverage } from "@tagledger/core/costs/sharing/coverage";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { addressOf } from "./address.ts";
import { asker } from "./ask.ts";
import { askedMetrics } from "./asked-metrics.ts";
import { type AwsCredentials, authorizing } from "./authorize.ts";
import { hourEnds, hoursOf } from "./hours.ts";
import { type MetricsFound, readPods } from "./read-pods.ts";
import { readQueries } from "./read-queries.ts";

/** What a Prometheus is asked with, and for whom. */
export interface PrometheusSettings {
  readonly source: PrometheusSource;
  /** The pools of the configuration that usage divides. */
  readonly pools: readonly UsagePool[];
  readonly fetch: typeof fetch;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Reads a secret by its name. */
  readonly secret: (name: string) => Promise<string>;
  /** Needed where the source has a region. */
  readonly credentials?: AwsCredentials;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

const NOTHING: MetricsFound = { rows: [], hours: new Map(), notes: [] };

/**
 * What pods requested and used, whichever is more, by hour, and further metrics by queries of the configuration, as a
 * Prometheus keeps them, or what answers like one.
 *
 * @throws bad-configuration where its address holds a password, or requests are to be signed without credentials
 * @example await prometheusUsage({ source, pools, fetch, sleep, random, secret }).read({ period, until })
 */
export function prometheusUsage(settings: PrometheusSettings): UsageSource {
  const { source, pools, fetch, sleep, random, secret, credentials, now = Date.now } = settings;
  const address = addressOf(source.url);
  const { ofPods, byQuery } = askedMetrics(source, pools);
  const asked = [...ofPods, ...byQuery];
  const authorize = authorizing({ token: source.token, region: source.region, secret, credentials, now });
  return {
    kind: source.kind,
    name: address.name,
    pools: [...new Set(asked.flatMap(([, names]) => names))],
    async read(query) {
      const of = hoursOf(query);
      if (of === 0 || asked.length === 0)
        return { rows: [], coverage: coverageOf(asked, NOTHING, of), notes: [] };
      const warnings = new Set<string>();
      const warn = (warning: string) => warnings.add(warning);
      const ask = asker({ address, authorize, fetch, sleep, random, warn });
      const reading = { ask, name: address.name, source };
      const times = hourEnds(query);
      const pods = ofPods.size === 0 ? NOTHING : await readPods({ ...reading, asked: ofPods }, times);
      const queries = await readQueries({ ...reading, asked: byQuery }, times);
      const found = {
        rows: [...pods.rows, ...queries.rows],
        hours: new Map([...pods.hours, ...queries.hours]),
        notes: [...pods.notes, ...queries.notes, ...warnings].map((note) => `${address.name}: ${note}`),
      };
      return { rows: found.rows, coverage: coverageOf(asked, found, of), notes: found.notes };
    },
  };
}

function coverageOf(
  asked: readonly (readonly [string, readonly string[]])[],
  { hours }: MetricsFound,
  of: number,
): Coverage[] {
  return asked.flatMap(([metric, names]) =>
    names.map((pool) => ({ pool, metric, hours: hours.get(metric)?.size ?? 0, of })),
  );
}
