import * as z from "zod/mini";
import { email, glob, moment, name } from "./values.ts";

const alias = z.strictObject({ name, from: z.optional(moment), until: z.optional(moment) });

/** One team: who pays, who is told, and what is its own without a tag. */
export const team = z.strictObject({
  costCenter: z.optional(name),
  email: z._default(z.array(email), []),
  slack: z.optional(name),
  principals: z._default(z.array(glob), []),
  accounts: z._default(z.array(glob), []),
  aliases: z._default(z.array(alias), []),
});

/** One team, as parsed. */
export type Team = z.infer<typeof team>;
