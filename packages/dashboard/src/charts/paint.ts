import type { Look } from "./looks.ts";

const STRIPES = {
  symbol: "rect",
  dashArrayX: [1, 0],
  dashArrayY: [3, 6],
  symbolSize: 1,
  rotation: -Math.PI / 4,
};
const DOTS = {
  symbol: "circle",
  dashArrayX: [
    [5, 5],
    [0, 5, 5, 0],
  ],
  dashArrayY: [5, 0],
  symbolSize: 0.65,
};
const LINES = { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, 5], symbolSize: 1, rotation: 0 };

const PATTERNS: Readonly<Partial<Record<Look, object>>> = {
  shared: STRIPES,
  unallocated: DOTS,
  excluded: LINES,
};

/** A look as ECharts paints it. Colours are custom properties, so they follow the colour scheme and the printer. */
export function paint(look: Look, { credit = false }: { readonly credit?: boolean } = {}) {
  const pattern = PATTERNS[look];
  return {
    color: `var(--${look}-fill)`,
    borderColor: credit ? "var(--bad)" : `var(--${look}-edge)`,
    borderWidth: credit ? 2 : 1,
    borderType: credit ? ("dashed" as const) : ("solid" as const),
    borderRadius: 2,
    ...(pattern === undefined ? {} : { decal: { ...pattern, color: `var(--${look}-stripe)` } }),
  };
}
