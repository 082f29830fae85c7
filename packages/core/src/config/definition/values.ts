import * as z from "zod/mini";

/** A decimal amount, share or weight: quoted, or a plain YAML number; kept as its decimal text, never as a float. */
export const decimal = z.pipe(
  z.union([z.string().check(z.regex(/^\d+(\.\d+)?$/)), z.number().check(z.nonnegative())]),
  z.transform(String),
);

/** A duration as number and unit: `90s`, `30m`, `2h`, `400d`. */
export const duration = z.string().check(z.regex(/^[1-9]\d*[smhd]$/));

/** A UTC instant, or a bare date: in `from` its first moment, in `until` its last. */
export const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/));

/** A non-empty name or value. */
export const name = z.string().check(z.minLength(1));

/** Text with `*` for any characters and `?` for one. */
export const glob = name;

/** One glob, or several of which one must match. */
export const globs = z.union([glob, z.array(glob).check(z.minLength(1))]);

/** A fraction between 0 and 1 where digits do not decide money. */
export const ratio = z.number().check(z.gte(0), z.lte(1));

export const email = z.string().check(z.regex(/^[^@\s]+@[^@\s]+$/));
