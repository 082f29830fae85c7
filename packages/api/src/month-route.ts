import type { MonthFigures } from "@tagledger/core/flows/month/figures";
import type { MonthAsked } from "@tagledger/core/flows/month/read-month";
import { isoTime } from "@tagledger/core/ledger/view/resource";
import type { MonthWhere } from "@tagledger/core/reports/month/keys";
import { ofJson } from "@tagledger/core/reports/month/render/json";
import * as z from "zod/mini";
import { monthScope } from "./month-asked.ts";
import { ABSENT, found, type Outcome } from "./outcome.ts";
import { type Route, route } from "./route.ts";
import { monthPath, monthQuery, where } from "./schemas/asked.ts";
import { seesEverything } from "./seen.ts";
import type { ApiSystem } from "./system.ts";
import { versionOfMonth } from "./versions.ts";

/** As long as the day is in an instant that is written. */
const DAY = "2026-09-20".length;

/** What is asked of a month, checked against what whoever asks may see. */
export type PartAsked = MonthAsked & { readonly where: MonthWhere };

/**
 * A route that shows something of a month to those who see it.
 *
 * @param of whom it tells: of `teams`, narrowed to those that are seen, or of `everyone`, hidden from those who do not see all
 */
export function monthRoute<Figures>({
  part,
  of,
  filters,
  changesDaily = false,
  read,
  show,
  ...about
}: Pick<Route, "operation" | "summary" | "response"> & {
  readonly part: string;
  readonly of: "teams" | "everyone";
  /** Whether it can be filtered by more than the team. */
  readonly filters: boolean;
  /** Whether it also follows from which day it is. */
  readonly changesDaily?: boolean;
  readonly read: (system: ApiSystem, asked: PartAsked) => Promise<MonthFigures<Figures> | null>;
  readonly show: (figures: Figures) => object;
}): Route {
  return route({
    ...about,
    method: "GET",
    path: `/api/v1/months/{period}/${part}`,
    scope: "read",
    parameters: monthPath,
    query: filters ? z.strictObject({ ...monthQuery, where }) : z.strictObject(monthQuery),
    body: null,
    async handle({ path: { period }, query: { basis, ...filter }, viewer }, system): Promise<Outcome> {
      const scope = monthScope(filter, viewer);
      if (scope === null || (of === "everyone" && !seesEverything(viewer))) return ABSENT;
      const version = await versionOfMonth(system, { period, basis });
      if (version === null) return ABSENT;
      const day = changesDaily ? ` ${isoTime(system.now()).slice(0, DAY)}` : "";
      return found(version + day, async () => {
        // What is nobody's is no team's.
        const teams = filters || filter.team !== "" ? scope.teams : [];
        const told = await read(system, { period, basis, ...scope, teams });
        return told && { ...ofJson(told.of), ...show(told.figures) };
      });
    },
  });
}
