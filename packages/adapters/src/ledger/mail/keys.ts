import type { ItemKey } from "../items.ts";
import { keyText } from "../key-text.ts";

/** The partition of addresses of which something is known. */
export const ADDRESSES = "MAIL-ADDRESSES";

/** The partition of all mail of a month. */
export function mailPartition(period: string): string {
  return `MAIL#${keyText(period)}`;
}

/** Where it stands what became of a mail. */
export function mailKey({ period, id }: { readonly period: string; readonly id: string }): ItemKey {
  return { partition: mailPartition(period), sort: keyText(id) };
}

/** Where it stands what is known of an address. */
export function addressKey(address: string): ItemKey {
  return { partition: ADDRESSES, sort: keyText(address) };
}
