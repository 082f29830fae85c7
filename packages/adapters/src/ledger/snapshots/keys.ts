import type { ItemKey } from "../items.ts";
import { keyText } from "../key-text.ts";

/** The partition of what is read of each period on each basis. */
export const STATES = "SNAPSHOTS";

/** Where it stands which snapshots there are of a period on a basis. */
export function stateKey({ period, basis }: { readonly period: string; readonly basis: string }): ItemKey {
  return { partition: STATES, sort: `${keyText(period)}#${keyText(basis)}` };
}

/** Where it stands which of the snapshots of one id is read. */
export function namedKey(id: string): ItemKey {
  return { partition: snapshotPartition(id), sort: "" };
}

/** Where it stands under which hash a snapshot is stored. */
export function keptKey({ id, digest }: { readonly id: string; readonly digest: string }): ItemKey {
  return { partition: snapshotPartition(id), sort: `K#${keyText(digest)}` };
}

/** Where it stands of whom details of a snapshot are kept. */
export function detailsKey(id: string): ItemKey {
  return { partition: snapshotPartition(id), sort: "D" };
}

function snapshotPartition(id: string): string {
  return `SNAPSHOT#${keyText(id)}`;
}
