import * as z from "zod/mini";
import { about } from "./about.ts";
import { email, glob, moment, name } from "./values.ts";

const alias = z.strictObject({
  name: about("Another name that tags and usage may carry", name),
  from: about("The first day on which the name is this team's", z.optional(moment)),
  until: about("The last day on which the name is this team's", z.optional(moment)),
});

/** One team: who pays, who is told, and what is its own without a tag. */
export const team = z.strictObject({
  costCenter: about("The cost centre that is charged", z.optional(name)),
  email: about("Who receives the monthly statement and the findings", z._default(z.array(email), [])),
  slack: about("The channel that is told", z.optional(name)),
  principals: about(
    "Roles and users whose untagged resources are this team's",
    z._default(z.array(glob), []),
  ),
  accounts: about(
    "Accounts, in quotes, whose untagged resources are this team's",
    z._default(z.array(glob), []),
  ),
  aliases: about("Other names of the team, each for a time if it says so", z._default(z.array(alias), [])),
});

/** One team, as parsed. */
export type Team = z.infer<typeof team>;
