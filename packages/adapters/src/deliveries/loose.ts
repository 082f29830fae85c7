import type { Delivery } from "@tagledger/core/bills/delivery";
import { badInput } from "@tagledger/core/errors";
import { nodeHash } from "../node/hash.ts";
import type { DeliverySource, StoredFile } from "./source.ts";

/**
 * The deliveries that files make which no manifest lists: one for each period that any of them holds lines of.
 *
 * @throws bad-input naming a file that is empty or holds no lines of any period
 */
export async function looseDeliveries(
  source: DeliverySource,
  place: string,
  files: readonly StoredFile[],
): Promise<readonly Delivery[]> {
  const byPeriod = new Map<string, StoredFile[]>();
  for (const file of files) {
    if (file.bytes === 0) throw badInput(`${file.place}: the file is empty`, { file: file.place });
    const periods = await source.periodsOf(file.place);
    if (periods.length === 0) {
      throw badInput(`${file.place}: no line says which month it is of`, { file: file.place });
    }
    for (const period of new Set(periods)) byPeriod.set(period, [...(byPeriod.get(period) ?? []), file]);
  }
  return [...byPeriod].map(([period, some]) => ({
    export: exportNamed(place),
    period,
    execution: "",
    manifest: null,
    tag: nodeHash.sha256(JSON.stringify(some.map(({ place, tag }) => [place, tag]))),
    deliveredAt: Math.max(...some.map(({ writtenAt }) => writtenAt)),
    parts: some.map(({ place, tag, bytes }) => ({ place, tag, bytes })),
  }));
}

/** The name of a file or folder without its endings. */
function exportNamed(place: string): string {
  const name = place.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return name.replace(/(\.(csv|parquet|snappy|gz))+$/i, "") || "bill";
}
