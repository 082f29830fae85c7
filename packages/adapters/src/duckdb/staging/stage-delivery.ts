import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis } from "@tagledger/core/costs/charge";
import { type Period, parsePeriod } from "@tagledger/core/costs/period";
import type { StagedBill, StageOptions } from "@tagledger/core/ports/ingestion";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import { cellsMetadata } from "../cells/metadata.ts";
import type { Telling } from "../charges.ts";
import { type Database, sqlFile } from "../database.ts";
import { withRows } from "../few-rows.ts";
import { refuseDifferent, totalsOf } from "./checks.ts";
import { type Held, heldBy, netPayersOf, onlyCurrency, payersOf } from "./held.ts";
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
  if (delivery.manifest === null) await refuseOverlappingParts(database, parts, options.needs.tagKeys);
  const held = await heldBy(database, read.files);
  const currency = onlyCurrency(held, month.name);
  const followed = await lines.followed(held);
  tell.progress("checking that no line stands twice");
  const runs = await lineRuns(database, parts, folder);
  // The database is busy with merging while we look for lines that stand twice.
  const [doubtful, merged] = await Promise.allSettled([
    doubtfulLines(runs),
    mergeCells(staging, asked, { ...read, held, currency, followed }),
  ]);
  if (doubtful.status === "rejected") throw doubtful.reason;
  await refuseRepeated(database, parts, doubtful.value);
  if (merged.status === "rejected") throw merged.reason;
  return {
    ...merged.value,
    format: formatOf(read.summary),
    currency,
    lines: held.reduce((sum, each) => sum + each.lines, 0),
    bases: read.bases,
    payers: payersOf(held),
    tagNames: [...new Set(read.summary.flatMap(({ tagNames }) => tagNames))].sort(),
    bytes: parts.bytes,
  };
}

/** What is made cells. */
interface Mergeable extends ReadLines {
  readonly held: readonly Held[];
  readonly currency: string;
  /** Files of partial cells, by resource, of lines whose resources are followed. */
  readonly followed: readonly string[];
}

/** Makes cells of partial cells, and checks that they come to the same. */
async function mergeCells(
  { database, folder, tell }: Staging,
  { options: { needs, dated }, month }: Asked,
  { files, followed, held, currency, summary, bases }: Mergeable,
): Promise<Pick<StagedBill, "totals" | "files">> {
  const partials = {
    files,
    followed,
    needs,
    dated: dated.length > 0,
    bases,
    netPayers: netPayersOf(held),
    metadata: cellsMetadata({
      period: month.name,
      currency,
      format: formatOf(summary),
      bases,
      tags: needs.tagKeys.length,
      dated: dated.length > 0,
      commitments: true,
    }),
  };
  const cells = held.reduce((sum, each) => sum + each.cells, 0);
  return withRows(database, cells, async () => {
    const totals = await totalsOf(database, `(${allPartials({ ...partials, followed: [] })})`, bases);
    tell.progress("merging cells");
    const merged = await mergePartials(database, partials, folder);
    refuseDifferent(totals, await totalsOf(database, fromFiles(merged), bases));
    return { totals, files: merged };
  });
}

function formatOf(summary: readonly PartSummary[]): string {
  return [...new Set(summary.map(({ format }) => format))].join(", ");
}
