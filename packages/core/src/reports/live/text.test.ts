import { describe, expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { periodAt } from "../../costs/period.ts";
import { unknownPrice } from "../../spend/price.ts";
import { makePrice } from "../../spend/testing/rates.ts";
import { widthOf } from "../render/text/width.ts";
import type { LiveDimension } from "./dimensions.ts";
import { LiveFold } from "./fold.ts";
import { hourlyText, spentText } from "./money-text.ts";
import { makeInterval, makeSpender } from "./testing/make-spender.ts";
import { renderLiveText } from "./text.ts";

const START = Date.UTC(2026, 8, 1);
const NOON = START + 12 * 3_600_000;

function spendOf(
  all: readonly ReturnType<typeof makeSpender>[],
  groupBy: readonly LiveDimension[] = ["team"],
  at = NOON,
) {
  const fold = new LiveFold({ period: periodAt(at), at, groupBy, where: {} });
  for (const each of all) fold.add(each);
  return fold.result();
}

function of(team: string | null, decimal: string | null, from = START) {
  const price = decimal === null ? unknownPrice("nobody knows") : makePrice(decimal);
  return makeSpender({ dimensions: { team }, intervals: [makeInterval({ from, price })] });
}

test("live spend is told from the dearest to what nobody knows", () => {
  const all = [of("ranking", "0.0104"), of("vision", "21.957642"), of("vision", null), of(null, null)];
  expect(
    renderLiveText(spendOf(all)),
  ).toBe(`Live · 2026-09-01T12:00:00.000Z · list prices on demand, before discounts

team     now  unpriced  USD/hour  in 2026-09  unpriced  hours  USD so far
───────  ───  ────────  ────────  ──────────  ────────  ─────  ──────────
vision     2         1   21.9576           2         1   12.0      263.49
ranking    1         0    0.0104           1         0    0.0        0.12
(none)     1         1   unknown           1         1   12.0     unknown
───────  ───  ────────  ────────  ──────────  ────────  ─────  ──────────
total      4         2   21.9680           4         2   24.0      263.62

2 resources had no known price for the hours that stand there: that is in no amount.
`);
});

describe("the text of live spend", () => {
  test("has columns for each currency", () => {
    const yuan = makeInterval({ price: makePrice("0.7", { currency: "CNY" }) });
    const text = renderLiveText(spendOf([of("a", "0.1"), makeSpender({ intervals: [yuan] })]));
    expect(text).toMatch(/CNY\/hour +USD\/hour .* CNY so far +USD so far/);
    expect(text).toMatch(/^vision +1 +0 +0\.7000 +0\.0000 /m);
  });

  test("says that a job may have ended", () => {
    const job = makeInterval({ from: START, until: NOON + 1, endsEarlier: true });
    const text = renderLiveText(spendOf([makeSpender({ intervals: [job] })]));
    expect(text).toContain("1 resource may have ended unseen: counted up to the latest possible end.");
  });

  test("says so where there is nothing", () => {
    expect(
      renderLiveText(spendOf([])),
    ).toBe(`Live · 2026-09-01T12:00:00.000Z · list prices on demand, before discounts

Nothing is known to have been there in 2026-09 until then.
Nothing is known to be there at this instant.
`);
  });

  test("shows the dearest of many, and what the others come to", () => {
    const all = Array.from({ length: 60 }, (_, n) => of(`team-${n}`, `0.${String(n + 100)}`));
    const lines = renderLiveText(spendOf(all)).split("\n");
    expect(lines[4]).toMatch(/^team-59 /);
    expect(lines.filter((line) => line.startsWith("team-"))).toHaveLength(50);
    // 0.100 to 0.109
    expect(lines.find((line) => line.startsWith("10 more"))).toMatch(/^10 more +10 +0 +1\.0450 /);
  });

  test("shows what a name hides", () => {
    expect(renderLiveText(spendOf([of("a\u001b[31m", "1")]))).toContain("a\\u{1b}[31m");
    expect(renderLiveText(spendOf([of("", "1")]))).toMatch(/^"" +1 /m);
  });

  test.each([80, 100])("fits a terminal of %i columns", (width) => {
    const lines = renderLiveText(spendOf([of("x".repeat(300), "1")]), { width }).split("\n");
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

test.each([
  ["0.0104", 0, "0.0104", "0.01"],
  ["0.00001", 0, "<0.0001", "<0.01"],
  ["0", 3, "0.0000", "0.00"],
  [undefined, 0, "0.0000", "0.00"],
  [undefined, 1, "unknown", "unknown"],
])("of %s with %i unpriced an hour is %s, and the sum so far %s", (decimal, unpriced, hourly, spent) => {
  const amount = decimal === undefined ? undefined : parseAmount(decimal);
  expect(hourlyText(amount, "USD", unpriced)).toBe(hourly);
  expect(spentText(amount, "USD", unpriced)).toBe(spent);
});
