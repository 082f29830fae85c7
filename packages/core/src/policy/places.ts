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
 * @example readPlaces("111122223333:eu-central-1") // [{ account: "111122223333", region: "eu-central-1" }]
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
  return text.split(",").map((each) => {
    const [account, region] = each.trim().split(":");
    return { account, region };
  });
}
