import type { DatedResource } from "../bills/dated.ts";
import { DatedResources } from "../bills/dated-resources.ts";
import { parsePeriod } from "../costs/period.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import type { Ledger } from "../ports.ts";
import { everKnown } from "./readiness/ever-known.ts";

/** What one page of the ledger holds. */
const AT_ONCE = 500;
/** Charges may come later than what they are for. */
const TRAILING = 24 * 3_600_000;

/** What a bill lets the ledger say of its resources. */
export interface DatedRequest {
  /** `YYYY-MM` */
  readonly period: string;
  /** The keys whose values are wanted. */
  readonly tagKeys: readonly string[];
}

/** What the resources that a month can have charges of were tagged with, and when. */
export async function datedResources(
  { ledger }: { readonly ledger: Pick<Ledger, "resources"> },
  { period, tagKeys }: DatedRequest,
): Promise<DatedResource[]> {
  const { start, end } = parsePeriod(period);
  const mayCost = ({ created, ended, foundBy }: ResourceRecord) =>
    // What was only found later may have been there before.
    (created < end || foundBy === "sweep") && (ended === null || ended >= start - TRAILING);
  const dated = new DatedResources(tagKeys);
  for await (const records of everKnown(ledger, AT_ONCE)) {
    for (const record of records) if (mayCost(record)) dated.add(record);
  }
  return dated.values();
}
