import { layOut } from "../../reports/render/text/table.ts";
import { visible } from "../../text/visible.ts";
import { exactText, fractionText } from "../render/figures.ts";
import type { Driver } from "./driver.ts";

const MOST_CONSUMERS = 15;
const MOST_PLACES = 8;

/** What a pool was divided by: everybody's use, and where that of the team was measured. */
export function driverText(driver: Driver, team: string, width: number): string[] {
  const { pool, consumers, places } = driver;
  const metrics = Object.keys(driver.metric ?? {});
  const own = consumers.findIndex(({ consumer }) => consumer === team);
  const shown = consumers.filter((_, index) => index < MOST_CONSUMERS || index === own);
  const left = consumers.length - shown.length;
  return [
    ...layOut(
      {
        columns: [
          { title: `what ${visible(pool)} was divided by`, align: "left" },
          ...metrics.map((metric) => ({ title: visible(metric), align: "right" as const })),
          { title: "fraction", align: "right" },
        ],
        rows: [
          ...shown.map(({ consumer, quantities, fraction }) => [
            visible(consumer),
            ...metrics.map((metric) => {
              const quantity = quantities.get(metric);
              return quantity === undefined ? "" : exactText(quantity);
            }),
            fraction === null ? "does not count" : fractionText(fraction),
          ]),
          ...(left === 0 ? [] : [[`${left} more`]]),
        ],
      },
      width,
    ),
    ...(places.length === 0 ? [] : ["", ...placeTable(driver, team, width)]),
  ];
}

function placeTable({ places }: Driver, team: string, width: number): string[] {
  const left = places.length - MOST_PLACES;
  return layOut(
    {
      columns: [
        { title: `where the use of ${visible(team)} is from`, align: "left" },
        { title: "metric", align: "left" },
        { title: "rows", align: "right" },
        { title: "hours", align: "right" },
        { title: "quantity", align: "right" },
      ],
      rows: [
        ...places
          .slice(0, MOST_PLACES)
          .map(({ place, metric, rows, hours, quantity }) => [
            visible(place),
            visible(metric),
            String(rows),
            String(Math.round(hours * 100) / 100),
            exactText(quantity),
          ]),
        ...(left > 0 ? [[`${left} more`]] : []),
      ],
    },
    width,
  );
}
