import { Buffer } from "node:buffer";
import { badInput } from "@tagledger/core/errors";
import * as z from "zod/mini";

const place = z.strictObject({ version: z.string(), from: z.int().check(z.gte(0)) });

/** A part of a list, and what leads to the next. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * A part of a list that does not change as long as its version is the same.
 *
 * @throws bad-input when `after` is no place in this version of it
 */
export function partOf<Item>(
  all: readonly Item[],
  { version, limit, after }: { version: string; limit: number; after: string | undefined },
): Part<Item> {
  const from = after === undefined ? 0 : placeIn(after, version);
  const end = from + limit;
  return { items: all.slice(from, end), next: end < all.length ? written({ version, from: end }) : null };
}

function placeIn(after: string, version: string): number {
  const read = place.safeParse(parsed(after));
  if (!read.success) throw badInput("after: this is no place in a list; take the `next` of the page before");
  if (read.data.version !== version)
    throw badInput(
      "after: this is of another list, or what is listed was made anew in the meantime; begin at the first page",
    );
  return read.data.from;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function written(value: z.infer<typeof place>): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
