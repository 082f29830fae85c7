import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import type { BillVersion, DaysWritten } from "@tagledger/core/bills/version";
import { groupBy } from "@tagledger/core/text/group-by";
import type { ItemStore } from "../items.ts";
import { type DayAddress, dayItems, goneItem, packDay } from "./day-items.ts";
import { type FoundHeader, findHeaders, isWhole } from "./found-days.ts";
import type { InFlight } from "./in-flight.ts";
import { dayKey, inForce, isGone } from "./in-force.ts";
import { exportText, monthPartition } from "./keys.ts";

/** What days are written with. */
export interface DayWriting {
  readonly store: ItemStore;
  readonly version: Pick<BillVersion, "export" | "period" | "sequence">;
  /** The numbers whose days are in force. */
  readonly chain: readonly number[];
  readonly flight: InFlight;
  /** Counts what is done. */
  readonly counts: { -readonly [Count in keyof DaysWritten]: DaysWritten[Count] };
}

/** Writes the days of one holder: those that are not as they are in force, and of those that are no more that they are gone. */
export class HolderWriter {
  readonly holder: Holder;
  readonly #writing: DayWriting;
  /** What is in force, of days that were not given yet. */
  readonly #standing: Map<string, readonly FoundHeader[]>;
  /** What was written under the same number before somebody was killed, of days that were not given yet. */
  readonly #own: Map<string, readonly FoundHeader[]>;

  /** @param found what there is of the holder */
  constructor(writing: DayWriting, holder: Holder, found: readonly FoundHeader[]) {
    const { version, chain } = writing;
    const ours = found.filter((piece) => piece.export === exportText(version.export));
    this.#writing = writing;
    this.holder = holder;
    this.#standing = inForce(ours, () => chain);
    this.#own = groupBy(
      ours.filter(({ sequence }) => sequence === version.sequence),
      dayKey,
    );
  }

  /** Reads what there is of a holder, and goes on from there. */
  static async open(writing: DayWriting, holder: Holder): Promise<HolderWriter> {
    const found = await findHeaders(writing.store, holder, writing.version.period);
    return new HolderWriter(writing, holder, found);
  }

  /** Writes a day where it differs. */
  async write(day: HolderDay): Promise<void> {
    const { version, counts, flight, store } = this.#writing;
    const key = dayKey({ day: day.day, export: exportText(version.export) });
    const [standing, own] = [this.#standing.get(key) ?? [], this.#own.get(key) ?? []];
    this.#standing.delete(key);
    this.#own.delete(key);
    const packed = packDay(day);
    const is = ([first]: readonly FoundHeader[]) => first?.header.hash === packed.header.hash;
    if (is(standing)) {
      counts.unchanged += 1;
      return this.#remove(own);
    }
    counts.written += 1;
    if (is(own) && isWhole(own)) return;
    await flight.begin(async () => {
      const items = await dayItems(this.#address(day.day), packed);
      for (const item of items) await store.write([{ item }]);
      await this.#removeNow(own.filter(({ chunk }) => chunk >= items.length));
    });
  }

  /** Says of days in force that were not given that they are gone. */
  async finish(): Promise<void> {
    const { counts, flight, store } = this.#writing;
    for (const [key, standing] of this.#standing) {
      const own = this.#own.get(key) ?? [];
      const [first] = standing;
      if (first === undefined || isGone(standing)) continue;
      this.#own.delete(key);
      counts.removed += 1;
      if (isGone(own) && isWhole(own)) continue;
      await flight.begin(async () => {
        await store.write([{ item: goneItem(this.#address(first.day)) }]);
        await this.#removeNow(own.filter(({ chunk }) => chunk > 0));
      });
    }
    for (const own of this.#own.values()) await this.#remove(own);
  }

  #address(day: number): DayAddress {
    const { export: name, period, sequence } = this.#writing.version;
    return { holder: this.holder, period, day, export: name, sequence };
  }

  async #remove(pieces: readonly FoundHeader[]): Promise<void> {
    if (pieces.length > 0) await this.#writing.flight.begin(() => this.#removeNow(pieces));
  }

  async #removeNow(pieces: readonly FoundHeader[]): Promise<void> {
    const { store, version } = this.#writing;
    const partition = monthPartition(this.holder, version.period);
    for (const { sort } of pieces) await store.write([{ remove: { partition, sort } }]);
  }
}
