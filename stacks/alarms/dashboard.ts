import type { Told } from "../told.ts";
import type { Watch } from "./watch.ts";

/** A page is 24 columns wide. */
const COLUMNS = 3;
const WIDTH = 24 / COLUMNS;
const HEIGHT = 6;
const STATES = 4;

/** One page with the state of all alarms, and below each number over time with where its alarm begins. */
export function dashboard(
  all: readonly Watch[],
  alarms: readonly aws.cloudwatch.MetricAlarm[],
  { names, home }: Told,
): void {
  const dimensions = all.map((watch) => $resolve(watch.dimensions));
  const body = $resolve([$resolve(alarms.map(({ arn }) => arn)), $resolve(dimensions)] as const).apply(
    ([arns, known]) =>
      JSON.stringify({
        widgets: [
          {
            type: "alarm",
            ...{ x: 0, y: 0, width: 24, height: STATES },
            properties: { title: "Alarms", alarms: arns },
          },
          ...all.map((watch, index) => graphOf(watch, index, known[index] ?? {}, home.region)),
        ],
      }),
  );
  new aws.cloudwatch.Dashboard("Dashboard", { dashboardName: names.ours, dashboardBody: body });
}

function graphOf(
  watch: Watch,
  index: number,
  dimensions: Readonly<Record<string, string>>,
  region: string,
): object {
  const { name, namespace, metric, statistic, period, threshold } = watch;
  return {
    type: "metric",
    x: (index % COLUMNS) * WIDTH,
    y: STATES + Math.floor(index / COLUMNS) * HEIGHT,
    width: WIDTH,
    height: HEIGHT,
    properties: {
      title: name,
      region,
      view: "timeSeries",
      stat: statistic,
      period,
      metrics: [[namespace, metric, ...Object.entries(dimensions).flat()]],
      annotations: { horizontal: [{ label: "alarm", value: threshold }] },
    },
  };
}
