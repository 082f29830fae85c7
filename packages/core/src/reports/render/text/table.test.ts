import { expect, test } from "vitest";
import { layOut } from "./table.ts";
import { widthOf } from "./width.ts";

const columns = [
  { title: "team", align: "left" },
  { title: "project", align: "left" },
  { title: "USD", align: "right" },
] as const;

test("names stand left, figures right, a total below a rule", () => {
  const rows = [["fraud", "cards", "1,200.00"]];
  expect(layOut({ columns, rows, total: ["total", "", "1,200.00"] }, 80)).toEqual([
    "team   project       USD",
    "─────  ───────  ────────",
    "fraud  cards    1,200.00",
    "─────  ───────  ────────",
    "total           1,200.00",
  ]);
});

test("where the terminal is narrow the longest names are cut, short names and figures are not", () => {
  const rows = [["fraud", "a-very-long-project-name", "1,200.00"]];
  const lines = layOut({ columns, rows }, 30);
  expect(lines[2]).toBe("fraud  a-very-long-…  1,200.00");
  expect(lines.map(widthOf)).toEqual([30, 30, 30]);
});

test("figures are never cut, even if the line then is too long", () => {
  const rows = [["fraud-detection", "cards-and-more", "123,456,789,012.00"]];
  expect(layOut({ columns, rows }, 10)[2]).toBe("fraud-d…  cards-a…  123,456,789,012.00");
});
