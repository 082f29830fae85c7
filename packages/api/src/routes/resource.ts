import { storyView } from "@tagledger/core/ledger/view/story";
import * as z from "zod/mini";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { story } from "../schemas/resource.ts";
import { described } from "../schemas/values.ts";
import { seesTeam } from "../seen.ts";

/** The story of a resource; of lives under the same name only those that are theirs. */
export const resourceRoute = route({
  method: "GET",
  path: "/api/v1/resource",
  operation: "readResource",
  summary: "All that is known under the name of a resource",
  scope: "read",
  parameters: NOTHING,
  query: z.strictObject({
    name: described(
      z.string("the name of a resource is needed, usually its ARN").check(z.minLength(1), z.maxLength(2048)),
      "Its name, usually its ARN",
    ),
  }),
  body: null,
  response: story,
  async handle({ query, viewer }, system) {
    const told = storyView(await (await system.ledger()).history(query.name));
    const incarnations = told.incarnations.filter(({ team }) => seesTeam(viewer, team));
    return incarnations.length === 0 ? ABSENT : found(null, () => ({ ...told, incarnations }));
  },
});
