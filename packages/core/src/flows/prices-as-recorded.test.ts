import { expect, test } from "vitest";
import type { AccrualRecord } from "../ledger/accrual.ts";
import { unknownPrice } from "../spend/price.ts";
import { pricesAsRecorded } from "./prices-as-recorded.ts";

const DEAR = { amount: 5n, stopped: 1n, currency: "EUR", sources: [], assuming: [], until: 20 };
const UNKNOWN = unknownPrice("the type is not told");
const ASKED = unknownPrice("asked elsewhere");

const accrual: AccrualRecord = {
  resource: "r",
  incarnation: "before",
  arn: null,
  id: "r",
  type: "ec2:instance",
  account: null,
  region: null,
  dimensions: { team: null, project: null, workload: null, environment: null, experiment: null },
  start: 10,
  intervals: [
    { from: 10, until: 20, isRunning: true, price: DEAR, endsEarlier: false },
    { from: 20, until: null, isRunning: false, price: UNKNOWN, endsEarlier: false },
  ],
};

test("a price is what the ledger holds of that instant, known or not, and is asked for only where it holds none", async () => {
  const book = pricesAsRecorded({ accruals: [accrual] }, { price: async () => ASKED });
  const at = (instant: number) =>
    book.price({ type: "ec2:instance", region: null, at: instant, attributes: {} });
  expect(await Promise.all([9, 10, 19, 20, 99].map(at))).toEqual([ASKED, DEAR, DEAR, UNKNOWN, UNKNOWN]);
});
