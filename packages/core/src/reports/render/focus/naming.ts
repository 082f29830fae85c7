import type { FocusCharge, FocusPlace } from "./charges.ts";
import { consumerName, consumerOf } from "./consumer.ts";
import { methodId } from "./details.ts";

/** Where money counts, as a report's totals name it. */
export function kindOf({ place, allocated }: FocusCharge): string {
  return place.kind === "direct" && allocated !== null ? "shared" : place.kind;
}

/** The service that a charge is for: what a pool offers, else what becomes of the charge. */
export function serviceName({ place, allocated }: FocusCharge): string {
  if (allocated !== null) return allocated.pool.pool;
  if (place.kind === "direct") return "Direct cost";
  return place.kind === "unallocated" ? "Unallocated cost" : "Excluded cost";
}

/** What a charge is, in words. */
export function describe(charge: FocusCharge): string {
  const { place, allocated } = charge;
  const leaf = consumerOf(charge);
  const whose = leaf === null ? whyNobodys(place) : consumerName(leaf);
  if (allocated !== null) return `Share of pool ${methodId(allocated)}: ${whose}`;
  return leaf === null ? sentence(whose) : `Direct cost of ${whose}`;
}

function whyNobodys(place: FocusPlace): string {
  if (place.kind !== "unallocated") return "excluded by scope";
  const { reason, value } = place;
  return `unallocated, ${reason}${value === null ? "" : ` ${value}`}`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
