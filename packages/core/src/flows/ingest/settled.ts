import type { Delivery } from "../../bills/delivery.ts";
import { isOlder } from "../../bills/order.ts";
import type { PeriodState } from "../../bills/period-state.ts";
import type { BillVersion } from "../../bills/version.ts";
import { clashOf, namesake } from "./refusal.ts";
import type { Ingested, IngestRules } from "./request.ts";

/** What can be said of a delivery without reading it. */
export interface Known {
  readonly state: PeriodState;
  readonly delivery: Delivery;
  readonly id: string;
  /** What became of this version before. */
  readonly version: BillVersion | undefined;
}

/** What becomes of a delivery that need not be read; null where it has to be. */
export function settledBy(
  { state, delivery, id, version }: Known,
  { placing, insteadOf, again = false }: IngestRules,
): Pick<Ingested, "outcome" | "reason"> | null {
  const { export: name, identity, period } = delivery;
  const pointer = state.pointers[name];
  const isRead = pointer?.version === id;
  const told = pointer?.identity ?? null;
  if (told !== null && identity !== undefined && identity !== null && told !== identity)
    return { outcome: "refused", reason: namesake(name, told, identity) };
  if (isRead && !again) {
    if (pointer.configuration === placing) return { outcome: "again", reason: null };
    if (state.closed !== null) return { outcome: "held", reason: closedReason(state.closed) };
  }
  if (!isRead && pointer !== undefined && isOlder(delivery, id, pointer)) {
    return { outcome: "late", reason: `a version of ${new Date(pointer.deliveredAt).toISOString()} is read` };
  }
  if (version?.status === "held" && state.closed !== null) return { outcome: "held", reason: version.reason };
  const payers = version?.contents?.payers;
  const clash = payers === undefined ? null : clashOf(state, { export: name, period, payers }, insteadOf);
  if (clash === null) return null;
  // What was read until another export took its place has had its time.
  return version?.status === "superseded"
    ? { outcome: "late", reason: clash }
    : { outcome: "refused", reason: clash };
}

/** Why nothing is replaced. */
export function closedReason({ at }: { readonly at: number }): string {
  return `the period was closed on ${new Date(at).toISOString()}`;
}
