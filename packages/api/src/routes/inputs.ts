import { isoTime } from "@tagledger/core/ledger/view/resource";
import { ABSENT, found } from "../outcome.ts";
import { route } from "../route.ts";
import { NOTHING } from "../schemas/asked.ts";
import { inputs } from "../schemas/inputs.ts";
import { seesEverything } from "../seen.ts";

/** What was read, and whether to its end, for those who see all. */
export const inputsRoute = route({
  method: "GET",
  path: "/api/v1/inputs",
  operation: "listInputs",
  summary: "The bills and logs that were read, and whether each was read to its end",
  scope: "read",
  parameters: NOTHING,
  query: NOTHING,
  body: null,
  response: inputs,
  async handle({ viewer }, system) {
    if (!seesEverything(viewer)) return ABSENT;
    const read = await (await system.ledger()).inputs();
    return found(null, () => ({ items: read.map((each) => ({ ...each, at: isoTime(each.at) })) }));
  },
});
