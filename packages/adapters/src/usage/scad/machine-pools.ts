import type { Config } from "@tagledger/core/config/definition";
import { placer } from "@tagledger/core/costs/attribution/place";
import type { Database } from "../../duckdb/database.ts";
import { machinesQuery, type SplitKeys, type SplitTable, splitSource } from "./split-lines.ts";

/**
 * The pools that the charges of machines go to, by machine: what pods of a machine used weighs nothing in pools that bear
 * nothing of it.
 *
 * @param at the instant (epoch milliseconds) at which dated rules are read
 * @returns nothing of machines whose own lines the bill does not hold
 */
export async function machinePools(
  database: Database,
  tables: readonly SplitTable[],
  { config, keys, at }: { readonly config: Config; readonly keys: SplitKeys; readonly at: number },
): Promise<Map<string, string[]>> {
  const place = placer(config, keys.rules);
  const pools = new Map<string, Set<string>>();
  for (const { table } of tables) {
    const query = machinesQuery(await splitSource(database, table, keys), keys);
    for await (const columns of database.columns(query)) {
      for (const row of (columns[0] ?? []).keys()) {
        const text = (column: number) => String(columns[column]?.[row] ?? "");
        const facts = {
          account: text(0),
          region: text(1),
          service: text(2),
          serviceName: text(3),
          usageType: text(4),
          lineItemType: text(5),
          unusedCommitment: false,
          resource: text(6),
          principal: text(7),
          invoice: "",
          issuer: "",
          tags: keys.rules.map((_, index) => text(8 + index)),
        };
        const machine = text(8 + keys.rules.length);
        const known = pools.get(machine) ?? new Set();
        pools.set(machine, known);
        const { destination } = place(facts, at);
        if (destination.kind === "pool") known.add(destination.pool);
      }
    }
  }
  return new Map([...pools].map(([machine, names]) => [machine, [...names].sort()]));
}
