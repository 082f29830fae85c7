import { DIMENSIONS } from "@tagledger/core/config/definition/match";
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

/** What rows are grouped by. */
export const groupBy = words(DIMENSIONS, ["team"], "What rows are grouped by, in this order");

/** Nothing. */
export const NOTHING = z.strictObject({});
