import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import type { Span } from "../hours.ts";
import { machinePools } from "./machine-pools.ts";
import { type Opening, openPart } from "./open-part.ts";
import {
  addSplits,
  createSplits,
  OWN_KEYS,
  placeMachines,
  type SplitKeys,
  type SplitTable,
  sharedMachine,
} from "./split-lines.ts";

/** What split lines are loaded with. */
export interface Loading extends Omit<Opening, "tagKeys"> {
  readonly config: Config;
  readonly keys: SplitKeys;
}

/** What was noticed on the way. */
export interface Loaded {
  /** Usage types of split lines of which nobody knows what they measure. */
  readonly unknown: readonly string[];
  /** Parts that cannot hold split lines, as FOCUS has no columns for them. */
  readonly withoutSplits: number;
}

/**
 * Loads the split lines of deliveries, and the pools that the charges of their machines go to.
 *
 * @throws bad-input where something cannot be read, or two deliveries hold the same machine's hours
 */
export async function loadSplits(
  { config, keys, ...opening }: Loading,
  deliveries: readonly Delivery[],
  span: Span,
): Promise<Loaded> {
  const { database } = opening;
  const tagKeys = [...keys.rules, ...OWN_KEYS, ...keys.labels];
  const tables: SplitTable[] = [];
  const unknown = new Set<string>();
  let withoutSplits = 0;
  await createSplits(database, keys);
  const parts = deliveries.flatMap((each, delivery) => each.parts.map((part) => ({ part, delivery })));
  for (const [index, { part, delivery }] of parts.entries()) {
    const read = async (table: SplitTable["table"]) => {
      for (const type of await addSplits(database, { table, delivery }, keys, span)) unknown.add(type);
      tables.push({ table, delivery });
    };
    if (!(await openPart({ ...opening, tagKeys }, part, { index, read }))) withoutSplits++;
  }
  const shared = await sharedMachine(database);
  if (shared !== undefined) {
    const [one, other] = shared.deliveries.map((index) => deliveries[index]?.export ?? "");
    const message = `${one} and ${other} both hold split lines of ${shared.parent} for the same hours: leave one out`;
    throw badInput(message, { value: shared.parent });
  }
  await placeMachines(database, await machinePools(database, tables, { config, keys, at: span.start }));
  return { unknown: [...unknown].sort(), withoutSplits };
}
