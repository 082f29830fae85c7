import type { Basis } from "@tagledger/core/costs/charge";
import type { StageOptions } from "@tagledger/core/ports/ingestion";
import { nodeHash } from "../../node/hash.ts";
import type { Database } from "../database.ts";
import { DatedLines } from "./dated-lines.ts";
import { collectFollowed, isFollowed } from "./followed-lines.ts";
import type { Grouping } from "./grouped-lines.ts";
import { type Held, kindsOf } from "./held.ts";
import type { Month } from "./line-filter.ts";
import type { Slice } from "./part.ts";
import type { Parts } from "./parts.ts";
import { runPass, type SliceSize } from "./pass.ts";

/** What lines are read of, and how. */
export interface LinesInput {
  readonly database: Database;
  readonly parts: Parts;
  readonly folder: string;
  readonly size: SliceSize;
  readonly month: Month;
  readonly options: StageOptions;
  /** Those that are wanted of a bill, as far as it holds them. */
  readonly bases: readonly Basis[];
}

/** The lines of a delivery, read as often as it takes. */
export class Lines {
  readonly #of: LinesInput;
  readonly #dated: DatedLines;

  constructor(input: LinesInput) {
    const { dated, needs } = input.options;
    this.#of = input;
    this.#dated = new DatedLines(input.database, dated, needs.tagKeys.length);
  }

  /** Files of partial cells of all lines. */
  all(): Promise<string[]> {
    return this.#pass("lines", (slice) => this.#grouping(slice));
  }

  /** Files of partial cells, by resource, of the lines on resources that followers name. */
  async followed(held: readonly Held[]): Promise<string[]> {
    const { database, parts, month, options } = this.#of;
    const kinds = kindsOf(held).filter((kind) => options.follows(kind));
    if ((await collectFollowed(database, parts, kinds, month)) === 0) return [];
    const name = `followed-${nodeHash.sha256(JSON.stringify(kinds.map((kind) => JSON.stringify(kind)).sort())).slice(0, 16)}`;
    return this.#pass(name, async (slice) => ({
      ...(await this.#grouping(slice)),
      byResource: true,
      where: [isFollowed(slice.parts[0])],
    }));
  }

  #pass(name: string, grouping: (slice: Slice) => Promise<Grouping>): Promise<string[]> {
    const { database, parts, folder, size, options } = this.#of;
    return runPass(database, parts, { name, folder, size, dated: options.dated.length > 0, grouping });
  }

  async #grouping(slice: Slice): Promise<Grouping> {
    const { month, options, bases } = this.#of;
    const grouping = { month, needs: options.needs, bases };
    return options.dated.length === 0 ? grouping : { ...grouping, joined: await this.#dated.join(slice) };
  }
}
