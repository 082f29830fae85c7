import type { ObjectVersion, S3Client } from "@aws-sdk/client-s3";
import type { S3ListingSource } from "@tagledger/core/config/definition/usage/s3";
import { badInput } from "@tagledger/core/errors";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";
import { hoursIn, hoursKnown, type Span, spanOf } from "../hours.ts";
import { plainRow } from "../plain-row.ts";
import { BYTE_HOURS, byteHours } from "../s3/byte-hours.ts";
import { s3PlaceOf } from "../s3/place.ts";
import { ownerOfKey } from "../s3/prefixes.ts";
import { incompleteUploads, versionsAt } from "./versions.ts";

/** More versions than this take too long to list each time. */
const LIMIT = 1_000_000;

/** What a bucket is listed with. */
export interface S3ListingOptions {
  readonly source: S3ListingSource;
  readonly client: S3Client;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
  /** How many versions are listed at most. */
  readonly limit?: number;
}

/**
 * How many bytes lay below the prefixes of a small bucket, by a listing of what is there now: every version since it was
 * written. What was deleted or written over in between is not seen: of a month that has ended no hour is known.
 *
 * @example s3ListingUsage({ source, client, now: Date.now }).read({ period, until })
 */
export function s3ListingUsage({ source, client, now, limit = LIMIT }: S3ListingOptions): UsageSource {
  const { s3: place, pool } = source;
  const ownerOf = ownerOfKey(source.prefixes, s3PlaceOf(place).prefix.replace(/[^/]*$/, ""));
  return {
    kind: source.kind,
    name: `s3-listing ${place}`,
    pools: [pool],
    async read(query) {
      const asked = spanOf(query);
      const look = now();
      const seen = { start: asked.start, end: Math.min(asked.end, look) };
      const metric = BYTE_HOURS;
      if (seen.start >= seen.end) {
        return { rows: [], coverage: [{ pool, metric, hours: 0, of: hoursIn(asked) }], notes: [] };
      }
      const sums = await sumsOf(seen);
      const rows = [...sums].map(([team, bytes]) =>
        plainRow({ ...seen, pool, team, metric, quantity: byteHours(bytes), place: `${place}: ${team}` }),
      );
      const isOver = look >= query.period.end;
      const hours = isOver ? 0 : hoursKnown(asked, [seen]);
      return {
        rows,
        coverage: [{ pool, metric, hours, of: hoursIn(asked) }],
        notes: await notesOf(look, isOver),
      };
    },
  };

  /** Bytes times milliseconds of each owner. */
  async function sumsOf(seen: Span): Promise<Map<string, bigint>> {
    const sums = new Map<string, bigint>();
    let count = 0;
    for await (const versions of versionsAt(client, place)) {
      count += versions.length;
      if (count > limit) throw tooMany();
      for (const version of versions) {
        const { key, bytes, written } = factsOf(version);
        const held = seen.end - Math.max(seen.start, written);
        if (held <= 0 || bytes === 0n) continue;
        const owner = ownerOf(key);
        sums.set(owner, (sums.get(owner) ?? 0n) + bytes * BigInt(held));
      }
    }
    return sums;
  }

  function factsOf({ Key: key, Size: size, LastModified: at }: ObjectVersion) {
    if (key === undefined || size === undefined || !Number.isSafeInteger(size) || at === undefined) {
      throw badInput(`${place}: S3 lists "${key}" without its size or time (${size})`, { value: place });
    }
    return { key, bytes: BigInt(size), written: at.getTime() };
  }

  function tooMany(): Error {
    const message =
      `${place}: holds more than ${limit} versions of objects, too many to list each time: ` +
      "let S3 Inventory list them, and name that as kind: s3-inventory";
    return badInput(message, { value: place });
  }

  async function notesOf(look: number, isOver: boolean): Promise<string[]> {
    const uploads = await incompleteUploads(client, place);
    const count = uploads === null ? "how many there are could not be listed" : `${uploads} there now`;
    return [
      `${place}: a listing shows what is there at ${new Date(look).toISOString()}, each version since it was written; ` +
        "what was deleted or written over for good before is not known",
      ...(isOver
        ? [
            `${place}: the month had ended at this look: what is left of it counts, and none of its hours is known; ` +
              "S3 Inventory keeps what was there in a month",
          ]
        : []),
      `${place}: incomplete multipart uploads are not counted (${count})`,
    ];
  }
}
