import { resolve } from "node:path";
import type { Deliveries } from "@tagledger/core/ports/ingestion";
import { diskSource } from "./disk-source.ts";
import { changedPlaces, findDeliveries } from "./find.ts";

/** What deliveries on a disk are read with. */
export interface DiskDeliveriesOptions {
  /** Tells the billing periods of files that no manifest lists. */
  readonly periodsOf: (paths: readonly string[]) => Promise<readonly string[]>;
}

/**
 * Deliveries on a disk of this machine.
 *
 * @example await diskDeliveries({ periodsOf }).find("exports/cur2") // [{ export: "cur2", period: "2026-09", … }]
 */
export function diskDeliveries({ periodsOf }: DiskDeliveriesOptions): Deliveries {
  const source = diskSource(periodsOf);
  return {
    find: (place, broken) => findDeliveries(source, resolve(place), broken),
    changed: (delivery) => changedPlaces(source, delivery),
  };
}
