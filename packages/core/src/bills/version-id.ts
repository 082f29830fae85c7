import type { Delivery } from "./delivery.ts";

const LENGTH = 16;

/**
 * The id of a version: the same whenever the same delivery is found again, wherever it was copied to on a disk. Parts that
 * were replaced under the same manifest make another one, as far as their sizes, or a bucket's ETags, tell.
 *
 * @param sha256 gives the hash of a text in hexadecimal
 * @example versionId(delivery, sha256) // "9f2c4a1be07d5533"
 */
export function versionId(delivery: Delivery, sha256: (text: string) => string): string {
  const { export: name, period, execution, tag } = delivery;
  const parts = delivery.parts.map((part) => [part.bytes, part.place.startsWith("s3://") ? part.tag : ""]);
  return sha256(JSON.stringify([name, period, execution, tag, parts])).slice(0, LENGTH);
}
