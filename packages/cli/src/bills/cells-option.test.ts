import { expect, test } from "vitest";
import { cellsPlace } from "./cells-option.ts";

test("cells are beside a ledger that is a file, each ledger's in a folder of their own", () => {
  expect(cellsPlace(undefined, ".tagledger/ledger.sqlite")).toBe(".tagledger/ledger-cells");
  expect(cellsPlace(undefined, "other.sqlite")).toBe("other-cells");
});

test("cells are where somebody says", () => {
  expect(cellsPlace("kept", "dynamodb://tagledger")).toBe("kept");
  expect(cellsPlace("s3://tagledger-bills/cells", "ledger.sqlite")).toBe("s3://tagledger-bills/cells");
});

test("nobody guesses where the cells are of a ledger that is a table", () => {
  expect(() => cellsPlace(undefined, "dynamodb://tagledger")).toThrow("TAGLEDGER_CELLS");
  expect(() => cellsPlace("s3://x", "ledger.sqlite")).toThrow("expected a folder, or s3://BUCKET/PREFIX");
});
