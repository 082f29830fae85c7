import type { Delivery } from "./delivery.ts";

const LENGTH = 16;

/**
 * The id of a version: the same whenever the same delivery is found again, wherever it was copied to.
 *
 * @param sha256 gives the hash of a text in hexadecimal
 * @example versionId(delivery, sha256) // "9f2c4a1be07d5533"
 */
export function versionId(delivery: Delivery, sha256: (text: string) => string): string {
  const { export: name, period, execution, tag } = delivery;
  return sha256(JSON.stringify([name, period, execution, tag])).slice(0, LENGTH);
}
