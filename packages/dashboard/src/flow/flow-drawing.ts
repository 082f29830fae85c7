import { type Draw, NARROW, type Pointed } from "../charts/drawing.ts";
import { chartLabel } from "../charts/label.ts";
import type { Look } from "../charts/looks.ts";
import { paint } from "../charts/paint.ts";
import { sum } from "../money/amount.ts";
import { chartLength } from "../money/chart-length.ts";
import { figure } from "../money/figure.ts";
import type { Flow, Place } from "./flows.ts";

const LONGEST = 24;
const LOOKS: Readonly<Record<Place["kind"], Look>> = {
  bill: "bill",
  direct: "direct",
  pool: "shared",
  unallocated: "unallocated",
  excluded: "excluded",
  team: "bill",
};

/** Draws the flows that are above zero; where one team is looked at, the others step back. */
export function drawFlows(flows: readonly Flow[], currency: string, team: string | null): Draw {
  const drawn = flows.filter(({ amount }) => amount > 0n);
  const places = placesOf(drawn);
  const amountOf = (place: Place) => figure(amountAt(place, flows), currency);
  const money = (amount: bigint) => `${figure(amount, currency)} ${currency}`;
  const hintOf = ({ dataIndex, dataType }: Pointed) => {
    const place = dataType === "node" ? places[dataIndex] : undefined;
    if (place !== undefined) return { title: place.label, line: money(amountAt(place, flows)) };
    const flow = dataType === "edge" ? drawn[dataIndex] : undefined;
    return flow === undefined
      ? null
      : { title: `${flow.from.label} → ${flow.to.label}`, line: money(flow.amount) };
  };
  return (width) => {
    const narrow = width < NARROW;
    return {
      height: Math.max(440, places.length * (narrow ? 44 : 26)),
      hintOf,
      option: {
        animation: false,
        series: [
          {
            type: "sankey",
            left: 1,
            right: narrow ? 108 : roomFor(places, amountOf),
            top: 8,
            bottom: 8,
            nodeWidth: narrow ? 10 : 14,
            nodeGap: narrow ? 26 : 16,
            nodeAlign: "left",
            layoutIterations: 0,
            draggable: false,
            emphasis: { focus: "adjacency" },
            blur: { lineStyle: { opacity: 0.08 }, itemStyle: { opacity: 0.35 }, label: { opacity: 0.5 } },
            data: places.map((place) => node(place, amountOf(place), narrow)),
            links: drawn.map((flow) => link(flow, team)),
          },
        ],
      },
    };
  };
}

/** The places that flows join, each once, in the order in which a drawing of flows numbers them. */
export function placesOf(flows: readonly Flow[]): readonly Place[] {
  return [...new Map(flows.flatMap(({ from, to }) => [from, to].map((place) => [place.id, place]))).values()];
}

function node({ id, kind, label }: Place, amount: string, narrow: boolean) {
  return {
    name: id,
    depth: kind === "bill" ? 0 : kind === "team" ? 2 : 1,
    itemStyle: paint(LOOKS[kind]),
    // The library would lighten a colour, of which it knows only the name.
    emphasis: { itemStyle: paint(LOOKS[kind]) },
    label: {
      position: "right",
      formatter: `{name|${chartLabel(label, narrow ? 15 : LONGEST)}}${narrow ? "\n" : "  "}{amount|${amount}}`,
      rich: {
        name: { fontSize: narrow ? 12 : 13, fontWeight: 600, color: "var(--ink)" },
        amount: { fontSize: narrow ? 11 : 12.5, color: "var(--muted)" },
      },
    },
  };
}

function roomFor(places: readonly Place[], amountOf: (place: Place) => string): number {
  const lengths = places
    .filter(({ kind }) => kind === "team")
    .map((place) => chartLabel(place.label, LONGEST).length + amountOf(place).length);
  return 32 + Math.max(0, ...lengths) * 7.5;
}

function link({ from, to, amount }: Flow, team: string | null) {
  const away = team !== null && to.team !== team;
  const look = LOOKS[from.kind === "bill" ? to.kind : from.kind];
  return {
    source: from.id,
    target: to.id,
    value: chartLength(amount),
    lineStyle: { color: `var(--${look}-flow)`, opacity: away ? 0.1 : 0.35, curveness: 0.5 },
  };
}

// What comes in; of the bill, which nothing comes into, what goes out. Credits count, though they are not drawn.
function amountAt({ id, kind }: Place, flows: readonly Flow[]) {
  const own = flows.filter(({ from, to }) => (kind === "bill" ? from.id : to.id) === id);
  return sum(own.map(({ amount }) => amount));
}
