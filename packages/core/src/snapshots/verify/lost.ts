import type { Snapshot, SnapshotBill } from "../snapshot.ts";
import type { SnapshotEntry } from "../state.ts";
import { AS_KEPT, proof } from "./proof.ts";
import type { Verification } from "./verification.ts";

/** A snapshot that is listed, and what is known of it beside its content. */
export interface LostAbout extends Pick<Snapshot, "period" | "basis"> {
  readonly entry: SnapshotEntry;
  /** Those of its bills that are known. */
  readonly bills: readonly SnapshotBill[];
}

/** Says of a snapshot whose content cannot be read that it is not what was kept. */
export function lostVerification({ period, basis, entry, bills }: LostAbout): Verification {
  const { id, digest, at } = entry;
  const lost = `the snapshot ${id} with the digest ${digest} is not kept any more, or cannot be read`;
  return {
    ...{ id, period, currency: null, basis, at, bills, digest },
    holds: false,
    recomputed: false,
    proofs: [proof(AS_KEPT, digest, [lost])],
  };
}
