import { mkdir } from "node:fs/promises";
import type { Delivery } from "@tagledger/core/bills/delivery";
import { BASES, type Basis } from "@tagledger/core/costs/charge";
import { TagledgerError } from "@tagledger/core/errors";
import type { BillEngine, StageOptions } from "@tagledger/core/ports/ingestion";
import type { PartFetcher } from "../deliveries/fetcher.ts";
import { openCells } from "./cells/open-cells.ts";
import type { Telling } from "./charges.ts";
import { openDatabase } from "./database.ts";
import { basesWithout } from "./staging/optional-bases.ts";
import type { SliceSize } from "./staging/pass.ts";
import { stageDelivery } from "./staging/stage-delivery.ts";
import { outsideTrouble } from "./staging/trouble.ts";
import { makeWorkspace, removeFolder } from "./staging/workspace.ts";

const SILENT: Telling = { progress: () => {}, note: () => {} };
const SIZE: SliceSize = { rows: 1_048_576, groups: 800_000, listed: 500_000 };
/** Of so many parts footers are kept: of more they would take memory that grows with the bill. */
const FEW_PARTS = 16;

/** What the engine works with. */
export interface DuckdbEngineOptions {
  readonly fetcher: PartFetcher;
  /** Where work lies that a later run may go on with; without it nothing is left of a run. */
  readonly folder?: string;
  /** As DuckDB writes it, such as `512MB`. */
  readonly memory?: string;
  readonly threads?: number;
  readonly tell?: Telling;
  /** How many lines are grouped at once. */
  readonly size?: SliceSize;
}

/**
 * Reads bills of any size through DuckDB, on disk rather than in memory.
 *
 * @example const staged = await duckdbEngine({ fetcher }).stage(delivery, { needs, follows, dated: [] })
 */
export function duckdbEngine({
  fetcher,
  folder,
  memory,
  threads,
  tell = SILENT,
  size = SIZE,
}: DuckdbEngineOptions): BillEngine {
  const stageOn = async (bases: readonly Basis[], delivery: Delivery, options: StageOptions) => {
    const workspace = await makeWorkspace(folder, delivery, options, bases);
    const discard = () => removeFolder(workspace);
    const footers = delivery.parts.length <= FEW_PARTS;
    const database = await openDatabase({ within: workspace, memory, threads, footers });
    try {
      const staging = { database, fetcher, folder: workspace, size, bases, tell };
      const staged = await stageDelivery(staging, delivery, options);
      await database.close();
      return { ...staged, discard };
    } catch (error) {
      const told = await outsideTrouble(error, { workspace, delivery });
      await database.close();
      // What is wrong with a bill is so the next time too; other work can go on where it was.
      const wrong = told instanceof TagledgerError && told.code === "bad-input";
      if (folder === undefined || wrong) await discard();
      throw told;
    }
  };
  return {
    async stage(delivery, options) {
      for (let bases: readonly Basis[] = BASES; ; ) {
        try {
          return await stageOn(bases, delivery, options);
        } catch (error) {
          const readable = basesWithout(error)?.filter((basis) => bases.includes(basis));
          if (readable === undefined || readable.length === bases.length) throw error;
          bases = readable;
          tell.note(`${messageOf(error)}; taken in without it, on ${bases.join(" and ")} cost`);
        }
      }
    },
    async open(files, basis) {
      // Beside other work, so that what a run leaves that is killed is found there.
      if (folder !== undefined) await mkdir(folder, { recursive: true });
      const within = folder === undefined ? {} : { within: folder };
      const database = await openDatabase({ ...within, memory, threads });
      try {
        return await openCells(database, files, basis);
      } catch (error) {
        await database.close();
        throw error;
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
