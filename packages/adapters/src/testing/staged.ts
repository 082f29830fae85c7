import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis, ChargeGroup } from "@tagledger/core/costs/charge";
import type { BillEngine, StagedBill, StageOptions } from "@tagledger/core/ports/ingestion";
import type { PartFetcher } from "../deliveries/fetcher.ts";
import { type DuckdbEngineOptions, duckdbEngine } from "../duckdb/engine.ts";

/** What lies on this machine already. */
export const onDisk: PartFetcher = { fetch: async ({ place }) => ({ path: place, bytes: 0 }) };

/** A delivery of files on this machine. */
export function deliveryOf(paths: readonly string[], facts: Partial<Delivery> = {}): Delivery {
  return {
    export: "bill",
    period: "2026-09",
    execution: "1",
    manifest: "Manifest.json",
    tag: "1",
    deliveredAt: 0,
    parts: paths.map((place) => ({ place, tag: "1", bytes: 1 })),
    ...facts,
  };
}

/** How a delivery is staged, where a test does not say: tags of teams, and no resource followed. */
export function stageOptions(options: Partial<StageOptions> = {}): StageOptions {
  const needs = { facts: new Set<never>(), tagKeys: ["ml-team"], instants: [] };
  return { needs, follows: () => false, dated: [], ...options };
}

/** Stages files through DuckDB, has a look, and discards them. */
export async function stageFiles<T>(
  paths: readonly string[],
  look: (staged: StagedBill, engine: BillEngine) => Promise<T>,
  {
    delivery = {},
    engine: options = {},
    ...asked
  }: Partial<StageOptions> & { delivery?: Partial<Delivery>; engine?: Partial<DuckdbEngineOptions> } = {},
): Promise<T> {
  const engine = duckdbEngine({ fetcher: onDisk, ...options });
  const staged = await engine.stage(deliveryOf(paths, delivery), stageOptions(asked));
  try {
    return await look(staged, engine);
  } finally {
    await staged.discard();
  }
}

/** The groups of what was staged. */
export async function stagedGroups(
  { files, currency }: StagedBill,
  engine: BillEngine,
  basis: Basis = "effective",
): Promise<ChargeGroup[]> {
  const bill = await engine.open(files, basis);
  const groups: ChargeGroup[] = [];
  try {
    for await (const some of bill.charges({ period: "2026-09", currency, followers: [] }))
      groups.push(...some);
  } finally {
    await bill.close();
  }
  return groups;
}

/** What groups come to by their facts, without their numbers, those with the same facts summed. */
export function summed(groups: readonly ChargeGroup[]): Record<string, string> {
  const sums = new Map<string, bigint[]>();
  for (const { combination: _combination, lines, amount, positive, billed, ...facts } of groups) {
    const key = JSON.stringify(Object.entries(facts).sort());
    const known = sums.get(key) ?? [0n, 0n, 0n, 0n];
    sums.set(
      key,
      [BigInt(lines), amount, positive, billed].map((each, at) => each + (known[at] ?? 0n)),
    );
  }
  return Object.fromEntries([...sums].sort().map(([key, values]) => [key, values.join(" ")]));
}
