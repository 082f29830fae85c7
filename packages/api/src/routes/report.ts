import { DIMENSIONS, type Dimension } from "@tagledger/core/config/definition/match";
import { formatAmount } from "@tagledger/core/costs/money";
import { badInput } from "@tagledger/core/errors";
import { narrow } from "@tagledger/core/reports/narrow";
import { renderCsv } from "@tagledger/core/reports/render/csv";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import type { Report, ReportRow } from "@tagledger/core/reports/report";
import { focusSource } from "@tagledger/core/snapshots/focus-source";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import * as z from "zod/mini";
import { headOf } from "../month-route.ts";
import { ABSENT, found, foundContent } from "../outcome.ts";
import { partOf } from "../paging.ts";
import { route } from "../route.ts";
import { groupBy, monthPath, monthQuery } from "../schemas/asked.ts";
import { report } from "../schemas/report.ts";
import { after, count } from "../schemas/values.ts";
import { snapshotOf, teamsFor } from "../seen.ts";

const CSV = "text/csv; charset=utf-8";

const query = z.strictObject({
  ...monthQuery,
  groupBy,
  format: z._default(z.enum(["json", "csv", "focus"], "expected one of json, csv, focus"), "json"),
  limit: count({ least: 1, most: 10_000, otherwise: 1000 }),
  after,
});

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
  formats: { "text/csv": "The rows, or with format=focus the charges of FOCUS" },
  async handle({ path, query: asked, viewer }, system) {
    const teams = teamsFor(viewer, asked.team);
    if (teams === null) return ABSENT;
    refusePaged(asked);
    const snapshot = await snapshotOf(system, { period: path.period, basis: asked.basis });
    if (snapshot === null) return ABSENT;
    const narrowed = narrow(snapshot.report, {
      groupBy: asked.groupBy,
      teams: teams === "all" ? undefined : teams,
    });
    if (asked.format === "csv")
      return foundContent(snapshot.digest, () => ({ type: CSV, body: renderCsv(narrowed) }));
    if (asked.format === "focus")
      return foundContent(snapshot.digest, () => ({ type: CSV, body: focusOf(snapshot, narrowed) }));
    const part = partOf(narrowed.rows, { version: snapshot.digest, limit: asked.limit, after: asked.after });
    return found(snapshot.digest, () => ({
      ...headOf(snapshot),
      teams: teams === "all" ? null : teams,
      groupBy: asked.groupBy,
      totals: totalsOf(narrowed),
      rows: part.items.map((row) => rowOf(row, asked.groupBy)),
      next: part.next,
    }));
  },
});

/** Only JSON comes in pages: half a file of figures would be taken for the whole. */
function refusePaged({ format, after: place }: z.output<typeof query>): void {
  if (format !== "json" && place !== undefined) throw badInput(`after: format=${format} is always whole`);
}

function focusOf(snapshot: Snapshot, narrowed: Report): string {
  const parties = { provider: "Amazon Web Services", billingAccount: null };
  return renderFocus(
    focusSource({ ...snapshot, report: { ...narrowed, groupBy: [...DIMENSIONS] } }, parties),
  );
}

function totalsOf({ totals }: Report) {
  const { bill, direct, shared, unallocated, excluded } = totals;
  return {
    bill: formatAmount(bill),
    direct: formatAmount(direct),
    shared: formatAmount(shared),
    unallocated: formatAmount(unallocated),
    excluded: formatAmount(excluded),
  };
}

function rowOf({ group, direct, shared, total }: ReportRow, by: readonly Dimension[]) {
  return {
    ...Object.fromEntries(by.map((dimension, index) => [dimension, group[index] ?? null])),
    direct: formatAmount(direct),
    shared: formatAmount(shared),
    total: formatAmount(total),
  };
}
