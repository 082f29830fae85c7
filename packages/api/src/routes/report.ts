import { badInput } from "@tagledger/core/errors";
import { showMonth } from "@tagledger/core/flows/show-month";
import { monthColumnar } from "@tagledger/core/reports/month/render/columnar";
import { monthCsv } from "@tagledger/core/reports/month/render/csv";
import { monthJson } from "@tagledger/core/reports/month/render/json";
import * as z from "zod/mini";
import { focusOfMonth } from "../focus.ts";
import { type Content, jsonContent } from "../http/outgoing.ts";
import { type MonthScope, monthScope } from "../month-asked.ts";
import { ABSENT, foundContent } from "../outcome.ts";
import { partOf } from "../paging.ts";
import { route } from "../route.ts";
import { groupBy, monthPath, monthQuery, where } from "../schemas/asked.ts";
import { report } from "../schemas/report.ts";
import { after, count, described } from "../schemas/values.ts";
import type { ApiSystem } from "../system.ts";
import { versionOfMonth } from "../versions.ts";

const FORMATS = ["json", "csv", "focus", "columnar"] as const;
const CSV = "text/csv; charset=utf-8";

const query = z.strictObject({
  ...monthQuery,
  groupBy,
  where,
  compare: z._default(
    described(z.enum(["none", "before"], "expected one of none, before"), "before: beside the month before"),
    "none",
  ),
  format: z._default(z.enum(FORMATS, `expected one of ${FORMATS.join(", ")}`), "json"),
  limit: count({ least: 1, most: 10_000, otherwise: 1000 }),
  after,
});

type Query = z.output<typeof query>;

/** A month's figures by group: a team's own, or everything to those who see all. */
export const reportRoute = route({
  method: "GET",
  path: "/api/v1/months/{period}/report",
  operation: "readReport",
  summary: "What teams spend in a month, directly and as shares of what is shared",
  scope: "read",
  parameters: monthPath,
  query,
  body: null,
  response: report,
  formats: {
    "text/csv": "format=csv: the rows; format=focus: the charges, in the columns of FOCUS",
    "application/vnd.tagledger.columnar+json": "format=columnar: the rows, column by column",
  },
  async handle({ path: { period }, query: asked, viewer }, system) {
    const scope = monthScope(asked, viewer);
    if (scope === null) return ABSENT;
    refuseMeaningless(asked);
    const version = await versionOfMonth(system, { period, basis: asked.basis }, asked.compare === "before");
    if (version === null) return ABSENT;
    return foundContent(version, () => contentOf(system, { period, version, asked, scope }));
  },
});

/** Only JSON comes in pages: half a file of figures would be taken for the whole. */
function refuseMeaningless({ format, after: place, where: filters, compare }: Query): void {
  if (format !== "json" && place !== undefined) throw badInput(`after: format=${format} is always whole`);
  if (format === "focus" && (filters !== undefined || compare !== "none"))
    throw badInput("format=focus: only basis and team choose what is in it");
}

async function contentOf(
  system: ApiSystem,
  {
    period,
    version,
    asked,
    scope,
  }: { readonly period: string; readonly version: string; readonly asked: Query; readonly scope: MonthScope },
): Promise<Content> {
  const snapshots = await system.snapshots();
  const { basis, format } = asked;
  if (format === "focus")
    return { type: CSV, body: await focusOfMonth(snapshots, { period, basis, teams: scope.teams }) };
  const compare = asked.compare === "before";
  const shown = await showMonth({ snapshots }, { period, basis, groupBy: asked.groupBy, compare, ...scope });
  if (shown === null) throw badInput(`${period}: this month is not kept any more`);
  if (format === "csv") return { type: CSV, body: monthCsv(shown.report) };
  if (format === "columnar")
    return { type: "application/vnd.tagledger.columnar+json", body: monthColumnar(shown.report) };
  const whole = monthJson(shown.report);
  // Other rows are another list: a place in one is none in the other.
  const listed = system.hash.sha256(JSON.stringify([version, asked.groupBy, compare, scope]));
  const { limit, after } = asked;
  const { items, next } = partOf<unknown>(whole.rows, { version: listed, limit, after });
  return jsonContent({ ...whole, rows: items, next });
}
