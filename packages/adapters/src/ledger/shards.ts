import { crc32 } from "node:zlib";

/**
 * The parts that a busy partition of an index is divided into, because DynamoDB takes about a thousand writes a second
 * for each. What has another number is not found any more, so it can only change together with all that is stored.
 */
export const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** One part of a partition that is divided. */
export function shardPartition(name: string, shard: number): string {
  return `${name}#${shard}`;
}

/**
 * The part of a divided partition in which all stands that is called so, today and always.
 *
 * @example shardedBy("DUE", "i-0abc") // "DUE#5"
 */
export function shardedBy(name: string, text: string): string {
  return shardPartition(name, crc32(text) % SHARDS.length);
}
