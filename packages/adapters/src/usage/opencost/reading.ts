import { CAPACITY } from "@tagledger/core/config/consumers";
import type { Coverage } from "@tagledger/core/costs/sharing/coverage";
import type { UsageQuery, UsageReading } from "@tagledger/core/ports/usage-sources";
import { DailyRows } from "../daily-rows.ts";
import type { Span } from "../hours.ts";
import { type AskedPool, asking, byMetric } from "../pods/asked-pools.ts";
import { hoursBetween } from "../pods/quantity.ts";
import { joined } from "../pods/span.ts";
import type { OpencostAddress } from "./address.ts";
import { dataOf } from "./answer.ts";
import { type Answered, type Asking, ask } from "./ask.ts";
import { addNodes, metricsOf, tellsNothing } from "./capacity.ts";
import { daysOf, windowOf } from "./days.ts";
import { allocated, inUnits, told } from "./measures.ts";
import { isIdle, type Naming } from "./naming.ts";
import { type AllocationSet, allocationSets } from "./sets.ts";

/** What a reading works with. */
export interface OpencostReading {
  readonly address: OpencostAddress;
  readonly asking: Asking;
  readonly pools: readonly AskedPool[];
  readonly naming: Naming;
}

/** Reads a month day by day, so that no answer is huge. */
export async function readOpencost(reading: OpencostReading, query: UsageQuery): Promise<UsageReading> {
  const { start, end } = query.period;
  return new Reading(reading, { start, end: Math.max(start, Math.min(end, query.until)) }).all();
}

class Reading {
  readonly #with: OpencostReading;
  readonly #whole: Span;
  readonly #rows: DailyRows;
  /** Hours of which the capacity is not known. */
  #untold = 0;
  #hasAssets = true;

  constructor(reading: OpencostReading, whole: Span) {
    this.#with = reading;
    this.#whole = whole;
    this.#rows = new DailyRows(whole);
  }

  async all(): Promise<UsageReading> {
    let hours = 0;
    for (const day of daysOf(this.#whole)) {
      const sets = await this.#setsOf(day);
      hours += sets.reduce((total, { start, end }) => total + hoursBetween(start, end), 0);
      for (const span of joined(sets.filter((set) => !this.#addSet(set)))) await this.#addCapacity(span);
    }
    const of = hoursBetween(this.#whole.start, this.#whole.end);
    const coverage = byMetric(this.#with.pools).map((each): Coverage => ({ ...each, hours, of }));
    return { rows: this.#rows.rows(inUnits), coverage, notes: this.#notes() };
  }

  async #setsOf(day: Span): Promise<AllocationSet[]> {
    const { address, naming } = this.#with;
    const answered = await this.#ask(address.allocation, {
      window: windowOf(day),
      aggregate: naming.aggregate,
      step: "1h",
      accumulate: "false",
      includeIdle: "true",
    });
    return allocationSets(address.name, dataOf(address.name, answered), day);
  }

  /** @returns whether it tells the capacity too: all that was allocated, and the hours that were idle */
  #addSet({ start, end, entries }: AllocationSet): boolean {
    const { address, naming, pools } = this.#with;
    const capacity = metricsOf(pools).map((metric) => ({ metric, hours: 0n }));
    let tellsIdle = false;
    for (const [key, fields] of entries) {
      const entry = { place: `${address.name}: "${key}"`, fields };
      if (isIdle(key)) {
        for (const sum of capacity) {
          const idle = told(entry, sum.metric, { signed: true }) ?? 0n;
          if (idle !== 0n) tellsIdle = true;
          if (idle > 0n) sum.hours += idle;
        }
        continue;
      }
      const { said, ...who } = naming.read(key, fields);
      const use = { start, end, ...who, place: `${address.name}: ${said}` };
      for (const sum of capacity) {
        const hours = allocated(entry, sum.metric);
        sum.hours += hours;
        this.#rows.add(use, asking(pools, sum.metric), sum.metric, hours);
      }
    }
    if (!tellsIdle) return false;
    const use = {
      start,
      end,
      team: CAPACITY,
      place: `${address.name}: all that was allocated, and __idle__`,
    };
    for (const { metric, hours } of capacity) this.#rows.add(use, asking(pools, metric), metric, hours);
    return true;
  }

  async #addCapacity({ start, end }: Span): Promise<void> {
    const { address, pools } = this.#with;
    const span = { start, end };
    if (this.#hasAssets) {
      const answered = await this.#ask(address.assets, { window: windowOf(span) });
      this.#hasAssets = !tellsNothing(answered);
      if (this.#hasAssets && addNodes(this.#rows, pools, `${address.name}/assets`, { answered, span }))
        return;
    }
    this.#untold += hoursBetween(start, end);
  }

  #notes(): string[] {
    if (this.#untold === 0) return [];
    const { name } = this.#with.address;
    return [
      `${name} tells of ${this.#untold} hours neither what was idle nor any node: what nobody used then is not known`,
    ];
  }

  #ask(at: string, parameters: Readonly<Record<string, string>>): Promise<Answered> {
    const { asking, address } = this.#with;
    const url = new URL(at);
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
    return ask(asking, address.name, url);
  }
}
