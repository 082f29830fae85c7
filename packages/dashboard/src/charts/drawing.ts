import type { EChartsCoreOption } from "echarts/core";

/** A part of a drawing, as ECharts tells of it. */
export interface Pointed {
  readonly dataIndex: number;
  readonly seriesIndex?: number | undefined;
  /** In a drawing of flows. */
  readonly dataType?: string | undefined;
}

/** What a part of a chart says when it is pointed at. */
export interface Hint {
  readonly title: string;
  readonly line: string;
}

/** A drawing as ECharts wants it, how high it stands, and what its parts say. */
export interface Drawing {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly hintOf: (pointed: Pointed) => Hint | null;
}

/** Draws for a width. */
export type Draw = (width: number) => Drawing;

/** Below this width labels stand above what they name. */
export const NARROW = 560;
