import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import { makeAccrual, recorded, START } from "@tagledger/core/ledger/testing/records";
import { expect, test } from "vitest";
import { memoryItems } from "../memory/items.ts";
import type { ItemStore } from "./items.ts";
import { eachAccrual } from "./spend.ts";
import { transact } from "./transact.ts";

test("what ends while it is read is read once", async () => {
  const items = memoryItems();
  const goingOn = makeAccrual();
  await transact(items, [recorded({}, { accruals: [goingOn] })]);

  const intervals = goingOn.intervals.map((interval) => ({ ...interval, until: START + 1 }));
  const ended = recorded({}, { version: 1, accruals: [{ ...goingOn, intervals }] });
  const ending: ItemStore = {
    ...items,
    async query(stretch) {
      const found = await items.query(stretch);
      if (found.length > 0) await transact(items, [ended]);
      return found;
    },
  };

  expect(await read(ending)).toEqual([goingOn]);
  expect(await read(ending)).toEqual(ended.accruals);
});

async function read(store: ItemStore): Promise<AccrualRecord[]> {
  const found: AccrualRecord[] = [];
  for await (const page of eachAccrual(store, "2026-09")) found.push(...page);
  return found;
}
