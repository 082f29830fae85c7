import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis } from "@tagledger/core/costs/charge";
import { type Period, parsePeriod } from "@tagledger/core/costs/period";
import type { StagedBill, StageOptions } from "@tagledger/core/ports/ingestion";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import { cellsMetadata } from "../cells/metadata.ts";
import type { Telling } from "../charges.ts";
import { type Database, sqlFile } from "../database.ts";
import { onlyCurrency, refuseDifferent, totalsOf } from "./checks.ts";
import { doubtfulLines, lineRuns, refuseRepeated } from "./line-ids.ts";
import { Lines } from "./lines.ts";
import { allPartials, fromFiles, mergePartials } from "./merge.ts";
import { refuseOverlappingParts } from "./overlapping-parts.ts";
import { Parts } from "./parts.ts";
import type { SliceSize } from "./pass.ts";
import { type ReadLines, readLines } from "./read-lines.ts";
import type { PartSummary } from "./summary.ts";

/** What a delivery is read with. */
export interface Staging {
  readonly database: Database;
  readonly fetcher: PartFetcher;
  readonly folder: string;
  readonly size: SliceSize;
  /** Those that are wanted of a bill, as far as it holds them. */
  readonly bases: readonly Basis[];
  readonly tell: Telling;
}

/** Reads a delivery into files of cells in a folder. */
export async function stageDelivery(
  staging: Staging,
  delivery: Delivery,
  options: StageOptions,
): Promise<Omit<StagedBill, "discard">> {
  await staging.database.run(sqlFile("macros.sql"));
  const month = parsePeriod(delivery.period);
  const places = options.dated.length > 0;
  const choice = { needs: options.needs, places, compared: delivery.manifest === null };
  const parts = new Parts({ ...staging, delivery, month, choice });
  try {
    return await stageParts(staging, parts, { delivery, options, month });
  } finally {
    await parts.stop();
  }
}

interface Asked {
  readonly delivery: Delivery;
  readonly options: StageOptions;
  readonly month: Period;
}

async function stageParts(
  staging: Staging,
  parts: Parts,
  asked: Asked,
): Promise<Omit<StagedBill, "discard">> {
  const { database, folder, tell } = staging;
  const { delivery, options, month } = asked;
  const lines = new Lines({ ...staging, parts, month, options });
  const read = await readLines(staging, parts, lines);
  const { files, summary, bases } = read;
  if (delivery.manifest === null) await refuseOverlappingParts(database, parts, options.needs.tagKeys);
  tell.progress("checking that no line stands twice");
  const runs = await lineRuns(database, parts, folder);
  // The database is busy with merging while we look for lines that stand twice.
  const [doubtful, merged] = await Promise.allSettled([
    doubtfulLines(runs),
    mergeLines(staging, asked, lines, read),
  ]);
  if (doubtful.status === "rejected") throw doubtful.reason;
  await refuseRepeated(database, parts, doubtful.value);
  if (merged.status === "rejected") throw merged.reason;
  const payers = await database.rows(`SELECT DISTINCT payer FROM ${fromFiles(files)} ORDER BY payer`);
  return {
    ...merged.value,
    format: formatOf(summary),
    lines: merged.value.totals.reduce((sum, total) => sum + total.lines, 0),
    bases,
    payers: payers.map(({ payer }) => String(payer)).filter((payer) => payer !== ""),
    tagNames: [...new Set(summary.flatMap(({ tagNames }) => tagNames))].sort(),
    bytes: parts.bytes,
  };
}

/** Makes cells of partial cells, and checks that they come to the same. */
async function mergeLines(
  { database, folder, tell }: Staging,
  { options: { needs, dated }, month }: Asked,
  lines: Lines,
  { files, summary, bases }: ReadLines,
): Promise<Pick<StagedBill, "currency" | "totals" | "files">> {
  const currency = await onlyCurrency(database, files, month.name);
  const followed = await lines.followed(files);
  const net = await database.rows(
    `SELECT DISTINCT payer FROM ${fromFiles(files)} WHERE has_net ORDER BY payer`,
  );
  const shared = { period: month.name, currency, format: formatOf(summary), bases };
  const partials = {
    files,
    followed,
    needs,
    dated: dated.length > 0,
    bases,
    netPayers: net.map(({ payer }) => String(payer)),
    metadata: cellsMetadata({
      ...shared,
      tags: needs.tagKeys.length,
      dated: dated.length > 0,
      commitments: true,
    }),
  };
  const totals = await totalsOf(database, `(${allPartials({ ...partials, followed: [] })})`, bases);
  tell.progress("merging cells");
  const merged = await mergePartials(database, partials, folder);
  refuseDifferent(totals, await totalsOf(database, fromFiles(merged), bases));
  return { currency, totals, files: merged };
}

function formatOf(summary: readonly PartSummary[]): string {
  return [...new Set(summary.map(({ format }) => format))].join(", ");
}
