import { tick } from "../charts/axis.ts";
import { type Draw, NARROW } from "../charts/drawing.ts";
import type { Look } from "../charts/looks.ts";
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
  const days = { type: "category", data: pairs.map(({ day }) => String(day)) } as const;
  return (width) => ({
    height: width < NARROW ? 220 : 280,
    hintOf,
    option: {
      animation: false,
      grid: { left: 44, right: 4, top: 10, bottom: 24, containLabel: false },
      // Each month has an axis of its own, so that its bars stand in the middle of their days.
      xAxis: [
        {
          ...days,
          axisLine: { lineStyle: { color: "var(--edge)" } },
          axisTick: { show: false },
          axisLabel: { color: "var(--muted)", fontSize: 12, hideOverlap: true },
        },
        { ...days, show: false },
      ],
      yAxis: {
        type: "value",
        splitNumber: 4,
        axisLabel: { color: "var(--muted)", fontSize: 12, formatter: tick },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      series: [
        {
          type: "bar",
          xAxisIndex: 1,
          barCategoryGap: "6%",
          silent: true,
          data: pairs.map(({ before: then }) => item(then, measure, "before")),
        },
        {
          type: "bar",
          barCategoryGap: "46%",
          emphasis: { disabled: true },
          data: pairs.map(({ now }) => item(now, measure, "direct")),
        },
      ],
    },
  });
}

function item(spend: DaySpend | null, measure: Measure, look: Look) {
  if (spend === null) return "-";
  const amount = spend[measure];
  return { value: chartLength(amount), itemStyle: paint(look, { credit: amount < 0n }) };
}
