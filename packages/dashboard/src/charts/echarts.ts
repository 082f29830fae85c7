import { BarChart, SankeyChart } from "echarts/charts";
import { GridSimpleComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, SankeyChart, GridSimpleComponent, SVGRenderer]);

/** Starts a chart in an element. */
export function startChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: "svg" });
}
