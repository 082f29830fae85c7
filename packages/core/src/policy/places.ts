import * as z from "zod/mini";
import type { Place } from "./iam/place.ts";

const list = z
  .array(
    z.object({
      account: z.string().check(z.regex(/^\d{12}$/)),
      region: z.string().check(z.regex(/^[a-z]+(-[a-z]+)+-\d$/)),
    }),
  )
  .check(z.minLength(1));

/**
 * Reads accounts and their regions, as JSON or in short.
 *
 * @returns null where that is neither
 * @example readPlaces("111122223333:eu-central-1+us-east-1") // two regions of one account
 */
export function readPlaces(text: string): readonly Place[] | null {
  const read = z.safeParse(list, text.trimStart().startsWith("[") ? fromJson(text) : fromShort(text));
  return read.success ? read.data : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fromShort(text: string): unknown {
  return text.split(",").flatMap((each) => {
    const [account, regions = ""] = each.trim().split(":");
    return regions.split("+").map((region) => ({ account, region }));
  });
}

/**
 * Writes accounts and their regions as short as they are read: the environment of a function holds 4,096 bytes.
 *
 * @example writePlaces(places) // "111122223333:eu-central-1+us-east-1,222233334444:eu-central-1"
 */
export function writePlaces(places: readonly Place[]): string {
  const regions = new Map<string, Set<string>>();
  for (const { account, region } of places)
    regions.set(account, (regions.get(account) ?? new Set()).add(region));
  return [...regions].map(([account, those]) => `${account}:${[...those].join("+")}`).join(",");
}
