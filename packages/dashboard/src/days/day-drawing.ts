import { tick } from "../charts/axis.ts";
import { type Draw, NARROW } from "../charts/drawing.ts";
import { paint } from "../charts/paint.ts";
import type { Amount } from "../money/amount.ts";
import { chartLength } from "../money/chart-length.ts";
import { figure } from "../money/figure.ts";
import { dayWords } from "../words/dates.ts";
import type { DayPair, DaySpend } from "./day-pairs.ts";

/** What of a day is drawn: what was spent on it, or up to it. */
export type Measure = keyof DaySpend;

/** Draws the days of a month as bars, and those of the month before behind them. */
export function drawDays(
  pairs: readonly DayPair[],
  measure: Measure,
  {
    period,
    before,
    currency,
  }: { readonly period: string; readonly before: string | null; readonly currency: string },
): Draw {
  const money = (amount: Amount) => `${figure(amount, currency)} ${currency}`;
  const hintOf = ({ dataIndex }: { readonly dataIndex: number }) => {
    const pair = pairs[dataIndex];
    if (pair === undefined || pair.now === null) return null;
    const then =
      pair.before === null || before === null
        ? ""
        : `; ${dayWords(before, pair.day)}: ${money(pair.before[measure])}`;
    return { title: dayWords(period, pair.day), line: `${money(pair.now[measure])}${then}` };
  };
  return (width) => ({
    height: width < NARROW ? 220 : 280,
    hintOf,
    option: {
      animation: false,
      grid: { left: 44, right: 4, top: 10, bottom: 24, containLabel: false },
      xAxis: {
        type: "category",
        data: pairs.map(({ day }) => String(day)),
        axisLine: { lineStyle: { color: "var(--edge)" } },
        axisTick: { show: false },
        axisLabel: { color: "var(--muted)", fontSize: 12, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        splitNumber: 4,
        axisLabel: { color: "var(--muted)", fontSize: 12, formatter: tick },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      series: [
        {
          type: "line",
          step: "middle",
          symbol: "none",
          silent: true,
          lineStyle: { color: "var(--edge)", width: 1.25 },
          areaStyle: { color: "var(--before-fill)", opacity: 1 },
          data: pairs.map((pair) => length(pair.before, measure)),
        },
        {
          type: "bar",
          barCategoryGap: "28%",
          emphasis: { disabled: true },
          data: pairs.map(({ now }) =>
            now === null
              ? "-"
              : { value: length(now, measure), itemStyle: paint("direct", { credit: now[measure] < 0n }) },
          ),
        },
      ],
    },
  });
}

function length(spend: DaySpend | null, measure: Measure): number | "-" {
  return spend === null ? "-" : chartLength(spend[measure]);
}
