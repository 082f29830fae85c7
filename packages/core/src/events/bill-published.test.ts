import { describe, expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import { billPublished, type PublishedVersion } from "./bill-published.ts";

const VERSION: PublishedVersion = {
  id: "v2",
  export: "ml-showback",
  period: "2026-09",
  execution: "e",
  source: "/bills",
  deliveredAt: 0,
  sequence: 2,
  status: "published",
  at: Date.UTC(2026, 9, 3),
  reason: null,
  configuration: "c",
  contents: {
    format: "focus",
    lines: 3,
    currency: "EUR",
    bases: ["effective", "list"],
    payers: [],
    totals: [
      { type: "Usage", lines: 2, amounts: { effective: parseAmount("1.10"), list: parseAmount("2") } },
      { type: "Tax", lines: 1, amounts: { effective: parseAmount("0.000000000000000000000001") } },
    ],
    cells: "/cells/v2",
    tagNames: [],
    needs: { facts: [], tagKeys: [], instants: [], follows: [] },
    findings: [],
    repairs: [],
  },
  days: { written: 1, removed: 0, unchanged: 9 },
};

test("a published bill tells what it comes to on each basis that it holds, exactly", () => {
  expect(billPublished(VERSION, "v1").detail).toMatchObject({
    bill: "v2",
    previous: "v1",
    lines: 3,
    currency: "EUR",
    totals: { effective: "1.100000000000000000000001", list: "2" },
    days: { written: 1, removed: 0, unchanged: 9 },
    cells: "/cells/v2",
    at: "2026-10-03T00:00:00.000Z",
  });
  expect(billPublished(VERSION, null).detail.totals).not.toHaveProperty("billed");
});

describe("the id of a published bill", () => {
  test("is the same whenever it is told again", () => {
    const again = billPublished({ ...VERSION, at: VERSION.at + 1 }, "v1");
    expect(again.id).toBe(billPublished(VERSION, "v1").id);
    expect(again.detail.id).toBe(again.id);
  });

  test.each([
    ["another export", { export: "other" }],
    ["another period", { period: "2026-08" }],
    ["another version", { id: "v3" }],
    ["the same version under another configuration", { sequence: 3 }],
  ])("is another for %s", (_, other) => {
    expect(billPublished({ ...VERSION, ...other }, null).id).not.toBe(billPublished(VERSION, null).id);
  });
});
