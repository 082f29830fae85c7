import { chartLength } from "../money/chart-length.ts";
import { figure } from "../money/figure.ts";
import { percent } from "../money/percent.ts";
import type { Bar, Segment } from "../projects/bars.ts";
import { tick } from "./axis.ts";
import { type Draw, type Hint, NARROW, type Pointed } from "./drawing.ts";
import { chartLabel } from "./label.ts";
import { paint } from "./paint.ts";

const NAMES = 190;

/** Draws stacked bars one below the other; credits reach left of zero. */
export function drawBars(bars: readonly Bar[], currency: string): Draw {
  const most = Math.max(0, ...bars.map(({ segments }) => segments.length));
  const hintOf = ({ dataIndex, seriesIndex }: Pointed) => hint(bars[dataIndex], seriesIndex ?? 0, currency);
  return (width) => {
    const narrow = width < NARROW;
    return {
      height: bars.length * (narrow ? 58 : 50) + 34,
      hintOf,
      option: {
        animation: false,
        grid: { left: narrow ? 2 : NAMES, right: 14, top: 2, bottom: 28, containLabel: false },
        xAxis: {
          type: "value",
          splitNumber: narrow ? 3 : 6,
          axisLabel: { color: "var(--muted)", fontSize: 12, hideOverlap: true, formatter: tick },
          splitLine: { lineStyle: { color: "var(--line)" } },
        },
        yAxis: {
          type: "category",
          inverse: true,
          data: bars.map((_, index) => String(index)),
          axisLine: { lineStyle: { color: "var(--edge)" } },
          axisTick: { show: false },
          axisLabel: nameLabels(bars, currency, narrow),
          z: 10,
        },
        series: Array.from({ length: most }, (_, index) => ({
          type: "bar",
          stack: "all",
          barWidth: narrow ? 22 : 28,
          emphasis: { disabled: true },
          data: bars.map(({ segments }) => item(segments[index])),
        })),
      },
    };
  };
}

function item(segment: Segment | undefined) {
  if (segment === undefined) return "-";
  const { amount, look } = segment;
  return { value: chartLength(amount), itemStyle: paint(look, { credit: amount < 0n }) };
}

function hint(bar: Bar | undefined, index: number, currency: string): Hint | null {
  const segment = bar?.segments[index];
  if (bar === undefined || segment === undefined) return null;
  const { label, amount } = segment;
  const share = amount < 0n || bar.total <= 0n ? "" : `, ${percent(amount, bar.total)}`;
  return { title: bar.label, line: `${label}: ${figure(amount, currency)} ${currency}${share}` };
}

function nameLabels(bars: readonly Bar[], currency: string, narrow: boolean) {
  const formatter = (index: string) => {
    const bar = bars[Number(index)];
    if (bar === undefined) return "";
    const gap = narrow ? "  " : "\n";
    return `{name|${chartLabel(bar.label, 24)}}${gap}{amount|${figure(bar.total, currency)}}`;
  };
  const rich = {
    name: { fontSize: 14, lineHeight: 18, fontWeight: 600, color: "var(--ink)" },
    amount: { fontSize: 12.5, lineHeight: 16, color: "var(--muted)" },
  };
  return narrow
    ? { inside: true, align: "left", verticalAlign: "bottom", padding: [0, 0, 12, -6], formatter, rich }
    : { align: "left", margin: NAMES - 2, formatter, rich };
}
