import { Buffer } from "node:buffer";
import { badInput } from "@tagledger/core/errors";
import * as z from "zod/mini";
import type { Rank } from "./violations.ts";

const place = z.strictObject({
  at: z.int().check(z.gte(0)),
  cost: z.string().check(z.regex(/^-?\d{1,60}$/)),
  created: z.int(),
  resource: z.string(),
  incarnation: z.string(),
});

/** After which violation a page begins, and as of when it is ranked. */
export interface ViolationPlace {
  readonly at: number;
  readonly rank: Rank;
}

/**
 * Reads where a page begins.
 *
 * @throws bad-input where it is no place in this list, or one that is yet to come
 */
export function placeIn(after: string, now: number): ViolationPlace {
  const read = place.safeParse(parsed(after));
  if (!read.success || read.data.at > now)
    throw badInput("after: this is no place in a list; take the `next` of the page before");
  const { at, cost, ...rank } = read.data;
  return { at, rank: { ...rank, cost: BigInt(cost) } };
}

/** Writes where the page after a violation begins. */
export function placeAfter({ cost, ...rank }: Rank, at: number): string {
  return Buffer.from(JSON.stringify({ at, cost: String(cost), ...rank }), "utf8").toString("base64url");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
