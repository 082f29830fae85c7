import type { Delivery } from "@tagledger/core/bills/delivery";
import type { Basis } from "@tagledger/core/costs/charge";
import { type Period, parsePeriod } from "@tagledger/core/costs/period";
import type { StagedBill, StageOptions } from "@tagledger/core/ports/ingestion";
import type { PartFetcher } from "../../deliveries/fetcher.ts";
import { nodeHash } from "../../node/hash.ts";
import { cellsMetadata } from "../cells/metadata.ts";
import type { Telling } from "../charges.ts";
import { type Database, sqlFile } from "../database.ts";
import { onlyCurrency, refuseDifferent, totalsOf } from "./checks.ts";
import { DatedLines } from "./dated-lines.ts";
import { collectFollowed, isFollowed, kindsOf } from "./followed-lines.ts";
import type { Grouping } from "./grouped-lines.ts";
import { doubtfulLines, lineRuns, refuseRepeated } from "./line-ids.ts";
import { allPartials, fromFiles, mergePartials } from "./merge.ts";
import { refuseOverlappingParts } from "./overlapping-parts.ts";
import type { Slice } from "./part.ts";
import { Parts } from "./parts.ts";
import { runPass, type SliceSize } from "./pass.ts";
import { lookAtParts, type PartSummary } from "./summary.ts";

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
  const { delivery, options } = asked;
  const lines = new Lines(staging, parts, asked);
  const files = await lines.all();
  const { summary, bases } = await lookAtParts(database, parts, folder);
  if (delivery.manifest === null) await refuseOverlappingParts(database, parts, options.needs.tagKeys);
  tell.progress("checking that no line stands twice");
  const runs = await lineRuns(database, parts, folder);
  // The database is busy with merging while we look for lines that stand twice.
  const [doubtful, merged] = await Promise.allSettled([
    doubtfulLines(runs),
    mergeLines(staging, asked, { lines, files, summary, bases }),
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

interface Read {
  readonly lines: Lines;
  readonly files: readonly string[];
  readonly summary: readonly PartSummary[];
  readonly bases: readonly Basis[];
}

/** Makes cells of partial cells, and checks that they come to the same. */
async function mergeLines(
  { database, folder, tell }: Staging,
  { options: { needs, dated }, month }: Asked,
  { lines, files, summary, bases }: Read,
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

/** The lines of a delivery, read as often as it takes. */
class Lines {
  readonly #staging: Staging;
  readonly #parts: Parts;
  readonly #asked: Asked;
  readonly #dated: DatedLines;

  constructor(staging: Staging, parts: Parts, asked: Asked) {
    const { dated, needs } = asked.options;
    this.#staging = staging;
    this.#parts = parts;
    this.#asked = asked;
    this.#dated = new DatedLines(staging.database, dated, needs.tagKeys.length);
  }

  /** Files of partial cells of all lines. */
  all(): Promise<string[]> {
    return this.#pass("lines", (slice) => this.#grouping(slice));
  }

  /** Files of partial cells, by resource, of the lines on resources that followers name. */
  async followed(files: readonly string[]): Promise<string[]> {
    const { database } = this.#staging;
    const kinds = (await kindsOf(database, files)).filter((kind) => this.#asked.options.follows(kind));
    if ((await collectFollowed(database, this.#parts, kinds, this.#asked.month)) === 0) return [];
    const name = `followed-${nodeHash.sha256(JSON.stringify(kinds.map((kind) => JSON.stringify(kind)).sort())).slice(0, 16)}`;
    return this.#pass(name, async (slice) => ({
      ...(await this.#grouping(slice)),
      byResource: true,
      where: [isFollowed(slice.parts[0])],
    }));
  }

  #pass(name: string, grouping: (slice: Slice) => Promise<Grouping>): Promise<string[]> {
    const { database, folder, size } = this.#staging;
    const dated = this.#asked.options.dated.length > 0;
    return runPass(database, this.#parts, { name, folder, size, dated, grouping });
  }

  async #grouping(slice: Slice): Promise<Grouping> {
    const { month, options } = this.#asked;
    const grouping = { month, needs: options.needs, bases: this.#staging.bases };
    return options.dated.length === 0 ? grouping : { ...grouping, joined: await this.#dated.join(slice) };
  }
}
