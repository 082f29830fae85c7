import * as z from "zod/mini";
import { described, instant, period } from "./values.ts";

const past = { hash: z.string(), by: z.string(), at: instant, rows: z.int() };

const known = {
  name: z.string(),
  ...past,
  periods: z.array(period),
  withdrawn: z.nullable(z.strictObject({ by: z.string(), at: instant })),
  replaced: z.array(z.strictObject(past)),
};

/** An upload without its rows. */
export const upload = z.strictObject(known);

export const uploads = z.strictObject({ items: z.array(upload) });

/** What became of an upload. */
export const uploaded = z.strictObject({ outcome: z.enum(["kept", "replaced", "again"]), ...known });

export const withdrawing = z.strictObject({
  name: z.string("a name is needed").check(z.minLength(1), z.maxLength(255)),
});

export const uploadQuery = z.strictObject({
  name: described(
    z.string("a name is needed, such as usage-2026-09.csv").check(z.minLength(1), z.maxLength(255)),
    "What it is called: a newer upload of a name replaces the older",
  ),
});

/** A body of any text. */
export const textBody = z.strictObject({ type: z.string(), text: z.string() });
