import type { Holder, HolderDay } from "@tagledger/core/bills/day";
import type { PeriodState } from "@tagledger/core/bills/period-state";
import type { DaysWritten } from "@tagledger/core/bills/version";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { expect } from "vitest";
import { streamed } from "./days.ts";

export const PERIOD = "2026-09";
export const EXPORT = "ml #1/ü";
export const VISION: Holder = { kind: "team", name: "vision" };
export const ODD: Holder = { kind: "team", name: "a#b %é" };
export const POOL: Holder = { kind: "pool", name: "vision" };
export const NOBODY: Holder = { kind: "unallocated" };

/** Writes days under a number and has them read. */
export async function publish(
  records: BillRecords,
  sequence: number,
  days: readonly HolderDay[],
  name = EXPORT,
  period = PERIOD,
): Promise<DaysWritten> {
  const { pointers } = await records.period(period);
  const chain = pointers[name]?.chain ?? [];
  const version = { export: name, period, sequence };
  const written = await records.writeDays(version, chain, streamed(days));
  await point(records, name, sequence, period);
  return written;
}

/** The days of a holder as they are read. */
export async function read(records: BillRecords, holder: Holder) {
  return (await records.month(holder, PERIOD)).days;
}

/** Has a number be read from now on. */
export async function point(
  records: BillRecords,
  name: string,
  sequence: number,
  period = PERIOD,
): Promise<void> {
  const state = await records.period(period);
  const chain = [...(state.pointers[name]?.chain ?? []), sequence];
  const pointer = {
    version: `v${sequence}`,
    sequence,
    chain,
    deliveredAt: sequence,
    payers: [],
    configuration: "",
  };
  const changed: PeriodState = {
    ...state,
    pointers: { ...state.pointers, [name]: pointer },
    sequences: { ...state.sequences, [name]: sequence },
  };
  expect(await records.transact([{ kind: "period", state: changed, revision: state.revision }])).toEqual({
    done: true,
  });
}
