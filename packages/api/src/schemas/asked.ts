import { MONTH_KEYS } from "@tagledger/core/reports/month/keys";
import * as z from "zod/mini";
import { basis, described, period, words } from "./values.ts";

/** Which month is asked for. */
export const monthPath = z.strictObject({ period });

/** Which team is asked for, and on which basis. */
export const monthQuery = {
  basis: z._default(basis, "effective"),
  team: z.optional(
    described(
      z.string().check(z.maxLength(256)),
      "Only this team; all that you see where it is left out; empty for what is nobody's",
    ),
  ),
};

/** Which cells of a month are kept. */
export const where = z.optional(
  described(
    z.array(z.string().check(z.maxLength(512))).check(z.maxLength(50)),
    `Only what matches, as project=churn; an empty value stands for none. May be repeated. Keys: ${MONTH_KEYS.join(", ")}`,
  ),
);

/** What rows are grouped by. */
export const groupBy = words(MONTH_KEYS, ["team"], "What rows are grouped by, in this order");

/** Nothing. */
export const NOTHING = z.strictObject({});
