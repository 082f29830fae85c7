import type { DetailHolder } from "@tagledger/core/snapshots/detail";
import * as z from "zod/mini";
import { ABSENT, foundContent } from "../outcome.ts";
import { route } from "../route.ts";
import { monthPath, monthQuery } from "../schemas/asked.ts";
import { described } from "../schemas/values.ts";
import { seesTeam } from "../seen.ts";

/** All that a team's money is made of, as it is stored: it is handed on as it was compressed when the month was divided. */
export const cellsRoute = route({
  method: "GET",
  path: "/api/v1/months/{period}/cells",
  operation: "readCells",
  summary: "All cells of a team's month at once, column by column, as they are stored",
  scope: "read",
  parameters: monthPath,
  query: z.strictObject({
    basis: monthQuery.basis,
    team: described(
      z.string("a team is needed, empty for what is nobody's").check(z.maxLength(256)),
      "The team; empty for what is nobody's",
    ),
  }),
  body: null,
  response: z.looseObject({}),
  async handle({ path: { period }, query: { basis, team }, viewer }, system) {
    if (!seesTeam(viewer, team === "" ? null : team)) return ABSENT;
    const records = await system.snapshots();
    const newest = (await records.state(period, basis)).snapshots.at(-1);
    if (newest === undefined) return ABSENT;
    const holder: DetailHolder = team === "" ? { kind: "unallocated" } : { kind: "team", name: team };
    const stored = await records.readDetailBytes(newest.id, holder);
    if (stored === null) return ABSENT;
    const { hash, bytes } = stored;
    return foundContent(hash, () => ({
      type: "application/json; charset=utf-8",
      body: bytes,
      encoding: "br" as const,
    }));
  },
});
