import type { Conditions } from "./document.ts";

/** An account and one of its regions. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Whose resources statements are about. */
export interface Realm {
  /** As ARNs name it: `aws`. */
  readonly partition: string;
  readonly account: string;
  /** Where calls may be made. */
  readonly regions: readonly string[];
}

/**
 * The realm of an account; its regions are those of its places.
 *
 * @example realmOf("aws", "111122223333", places).regions // ["eu-central-1", "us-east-1"]
 */
export function realmOf(partition: string, account: string, places: readonly Place[]): Realm {
  const regions = places.filter((place) => place.account === account).map(({ region }) => region);
  return { partition, account, regions: [...new Set(regions)].sort() };
}

/** Fills in an ARN pattern. */
export function arnIn({ partition, account }: Pick<Realm, "partition" | "account">, pattern: string): string {
  return pattern.replaceAll("{partition}", partition).replaceAll("{account}", account);
}

/** Only in the regions of a realm. */
export function inRegions({ regions }: Pick<Realm, "regions">): Conditions {
  return { StringEquals: { "aws:RequestedRegion": regions } };
}
