import * as z from "zod/mini";
import { plainDecimal } from "../decimal.ts";
import { about } from "./about.ts";

/** Text of one form; the words say what is expected, to people and to editors. */
export function text(pattern: RegExp, expected: string): z.ZodMiniString<string> {
  return about(`Expected: ${expected}`, z.string(expected).check(z.regex(pattern, expected)));
}

const DECIMAL = "a decimal of 0 or more with at most 24 places, such as 0.6";

/** A decimal amount, share or weight: quoted, or a plain YAML number; kept as its decimal text, never as a float. */
export const decimal = z.pipe(
  about(
    `Expected: ${DECIMAL}`,
    z.union(
      [
        z.string(DECIMAL).check(z.regex(/^\d+(\.\d{1,24})?$/, DECIMAL)),
        z.number(DECIMAL).check(z.nonnegative(DECIMAL)),
      ],
      DECIMAL,
    ),
  ),
  z.transform((value) => plainDecimal(String(value))),
);

/** A duration as number and unit: `90s`, `30m`, `2h`, `400d`. */
export const duration = text(/^[1-9]\d*[smhd]$/, "a duration such as 90s, 30m, 2h or 400d");

/** A UTC instant, or a bare date: in `from` its first moment, in `until` its last. */
export const moment = text(
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/,
  "a date such as 2026-09-01, or a UTC instant such as 2026-09-01T12:00:00Z",
);

/** A non-empty name or value. */
export const name = z.string("text").check(z.minLength(1, "text that is not empty"));

/** Text with `*` for any characters and `?` for one. */
export const glob = name;

/** At least one of something. */
export function some<Schema extends z.ZodMiniType>(item: Schema): z.ZodMiniArray<Schema> {
  return z.array(item).check(z.minLength(1, "at least one entry"));
}

/** One glob, or several of which one must match. */
export const globs = z.union([glob, some(glob)], "text or a list of text");

const RATIO = "a fraction from 0 to 1, such as 0.8";

/** A fraction between 0 and 1 where digits do not decide money. */
export const ratio = z.number(RATIO).check(z.gte(0, RATIO), z.lte(1, RATIO));

/** A whole number from a least value on. */
export function wholeNumber(least: number): z.ZodMiniNumberFormat {
  const expected = `a whole number of ${least} or more`;
  return z.int(expected).check(z.gte(least, expected));
}

/** An address that mail is sent to. */
export const email = text(/^[^@\s]+@[^@\s]+$/, "an e-mail address such as finops@example.com");

/** An address on the web. */
export const url = text(/^https?:\/\/\S+$/, "an address that begins with http:// or https://");

/** A bucket, or a place in one. */
export const s3 = text(/^s3:\/\/[a-z0-9.-]{3,63}(\/.*)?$/, "a place such as s3://bucket/prefix");

/** Files on this machine. */
export const path = about("A file, a folder or a pattern of files", name);

/** A secret by its name; never the secret itself. */
export const secret = text(/^secret:[A-Za-z0-9_]+$/, "the name of a secret, such as secret:PROMETHEUS_TOKEN");
