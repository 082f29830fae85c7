import { SCOPES } from "@tagledger/core/access/viewer";
import * as z from "zod/mini";
import { found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";

/** Who asks, as the API sees them. */
export const sessionRoute = route({
  method: "GET",
  path: "/api/v1/session",
  operation: "readSession",
  summary: "Who you are here, and what you may see and do",
  scope: "read",
  parameters: NOTHING,
  query: NOTHING,
  body: null,
  response: z.strictObject({
    name: z.string(),
    teams: z.array(z.string()),
    seesAll: z.boolean(),
    scopes: z.array(z.enum(SCOPES)),
    via: z.enum(["jwt", "iam", "open"]),
  }),
  async handle({ viewer: { name, teams, seesAll, scopes, via } }) {
    return found(null, () => ({ name, teams, seesAll, scopes, via }));
  },
});
