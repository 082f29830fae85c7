import type { Cause } from "../../bills/change.ts";
import type { ComparedVersion } from "../../bills/compared.ts";
import type { Holder } from "../../bills/day.ts";
import { visible } from "../../text/visible.ts";

/** How many characters of a version's id tell it apart for a person. */
const SHORT_ID = 12;

/**
 * Whose charges they are, in words.
 *
 * @example holderWords({ kind: "pool", name: "gpu" }) // "pool gpu"
 */
export function holderWords(holder: Holder): string {
  switch (holder.kind) {
    case "team":
      return visible(holder.name);
    case "pool":
      return `pool ${visible(holder.name)}`;
    case "unallocated":
      return "unallocated";
    case "excluded":
      return "out of scope";
  }
}

/**
 * Why something differs, in words.
 *
 * @example causeWords({ kind: "retagged", other: { kind: "team", name: "nlp" }, amount: -5n, … }) // "retagged, now nlp"
 */
export function causeWords({ kind, other, amount }: Cause): string {
  return other === null ? kind : `${kind}, ${amount < 0n ? "now" : "was"} ${holderWords(other)}`;
}

/** What is charged, in words; what followed charges of several services or accounts has none. */
export function kindWords({ service, lineItemType, account }: Cause): string {
  const what = [service, lineItemType].filter((each) => each !== "").map(visible);
  return account === "" ? what.join(" ") : `${what.join(" ")} in ${visible(account)}`;
}

/**
 * A version, in words.
 *
 * @example versionWords(version) // "2 (8d41f20a93b7) of ml-showback, delivered 2026-10-03T00:00:00.000Z, published"
 */
export function versionWords({ id, export: name, sequence, deliveredAt, status }: ComparedVersion): string {
  const delivered = new Date(deliveredAt).toISOString();
  return `${sequence} (${visible(id.slice(0, SHORT_ID))}) of ${visible(name)}, delivered ${delivered}, ${status}`;
}
