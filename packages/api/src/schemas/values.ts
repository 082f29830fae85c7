import { BASES } from "@tagledger/core/costs/charge";
import * as z from "zod/mini";

/** The same schema with a description, and what OpenAPI says of its text. */
export function described<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
): Schema {
  const clone = schema.clone();
  z.globalRegistry.add(clone, { description, ...more });
  return clone;
}

/** An exact amount. */
export const amount = described(
  z.string().check(z.regex(/^-?\d+(\.\d+)?$/)),
  "An exact decimal, of as many digits as it has",
);

/** An exact fraction. */
export const fraction = described(z.string().check(z.regex(/^-?\d+\/\d+$/)), "An exact fraction n/d");

export const period = described(
  z
    .string("expected a month as 2026-09")
    .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month as 2026-09")),
  "A month, UTC",
);

export const basis = described(
  z.enum(BASES, `expected one of ${BASES.join(", ")}`),
  "How charges are valued",
);

export const instant = described(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T/)), "ISO 8601, UTC");

export const snapshotId = described(
  z
    .string("expected the id of a snapshot")
    .check(z.regex(/^[0-9a-f]{64}$/, "expected the id of a snapshot, in full")),
  "The hash of charges, usage and configuration that all figures follow from",
);

/** The name of something that must be named. */
export function nameOf(what: string) {
  const expected = `a ${what} is needed`;
  return described(
    z.string(expected).check(z.minLength(1, expected), z.maxLength(256)),
    `The name of the ${what}`,
  );
}

/** A whole number as an address holds it. */
export function count({ least, most, otherwise }: { least: number; most: number; otherwise: number }) {
  const expected = `expected a whole number from ${least} to ${most}`;
  const text = z
    .string(expected)
    .check(z.refine((value) => /^\d{1,6}$/.test(value) && +value >= least && +value <= most, expected));
  const schema = z.pipe(text, z.transform(Number));
  return z._default(
    described(schema, `A whole number from ${least} to ${most}; ${otherwise} where it is left out`, {
      type: "integer",
      minimum: least,
      maximum: most,
      default: otherwise,
    }),
    otherwise,
  );
}

/** How many of a list are wanted. */
export const limit = count({ least: 1, most: 1000, otherwise: 50 });

export const after = z.optional(
  described(z.string().check(z.minLength(1), z.maxLength(4096)), "The `next` of the page before"),
);

/** A list of words with commas between them, each from a known set. */
export function words<const Word extends string>(
  known: readonly [Word, ...Word[]],
  otherwise: readonly Word[],
  description: string,
) {
  const isKnown = (word: string): word is Word => known.some((each) => each === word);
  const read = z.pipe(
    z
      .string()
      .check(
        z.refine(
          (text) => text.split(",").every((word) => isKnown(word.trim())),
          `expected some of ${known.join(", ")}`,
        ),
      ),
    z.transform((text: string): readonly Word[] =>
      [...new Set(text.split(",").map((word) => word.trim()))].filter(isKnown),
    ),
  );
  const said = `${description}: some of ${known.join(", ")}, with commas between them`;
  return z._default(described(read, said, { type: "string" }), [...otherwise]);
}
