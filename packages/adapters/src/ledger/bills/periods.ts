import type { PeriodState } from "@tagledger/core/bills/period-state";
import { decode, encode } from "../codec.ts";
import type { FoundItem, ItemStore, Put } from "../items.ts";
import { WHOLE } from "../keys.ts";
import { textOf } from "../resource-items.ts";
import { PERIODS, periodKey } from "./keys.ts";

/** What is known of a period. */
export async function readPeriod(store: ItemStore, period: string): Promise<PeriodState> {
  const found = await store.get(periodKey(period));
  return found === null
    ? { period, revision: 0, closed: null, pointers: {}, sequences: {}, retired: {} }
    : stateIn(found);
}

/** The periods of which anything is known, ascending. */
export async function listPeriods(store: ItemStore): Promise<PeriodState[]> {
  return (await store.query({ partition: PERIODS, ...WHOLE })).map(stateIn);
}

/** Replaces what is read of a period, where nobody else did. */
export function periodChange(state: PeriodState, revision: number): Put {
  const { revision: _seen, ...kept } = state;
  const item = { ...periodKey(state.period), version: revision + 1, body: encode(kept) };
  return { item, when: { version: revision } };
}

function stateIn(item: FoundItem): PeriodState {
  return { ...(decode(textOf(item)) as PeriodState), revision: item.version };
}
