import { CAPACITY } from "@tagledger/core/config/consumers";
import type { DailyRows } from "../daily-rows.ts";
import type { Span } from "../hours.ts";
import { type AskedPool, asking, type PodMetric } from "../pods/asked-pools.ts";
import { dataOf } from "./answer.ts";
import type { Answered } from "./ask.ts";
import { isFields } from "./body.ts";
import { told } from "./measures.ts";

/** Whether an answer can be asked for at all: a path that is not there, or may not be seen, tells nothing. */
export function tellsNothing({ status }: Answered): boolean {
  return status >= 300 && status < 500;
}

/**
 * What all nodes could have given over a time, as OpenCost's assets tell it.
 *
 * @returns whether they tell of any node
 */
export function addNodes(
  rows: DailyRows,
  pools: readonly AskedPool[],
  name: string,
  { answered, span }: { readonly answered: Answered; readonly span: Span },
): boolean {
  const data = dataOf(name, answered);
  const maps = Array.isArray(data) ? data.filter(isFields) : isFields(data) ? [data] : [];
  const nodes = maps.flatMap((map) =>
    Object.entries(map).filter(([, asset]) => isFields(asset) && String(asset.type).toLowerCase() === "node"),
  );
  for (const [key, fields] of nodes) {
    if (!isFields(fields)) continue;
    for (const metric of metricsOf(pools)) {
      const hours = told({ place: `${name}: node "${key}"`, fields }, metric) ?? 0n;
      rows.add(
        { ...span, team: CAPACITY, place: `${name}: all nodes` },
        asking(pools, metric),
        metric,
        hours,
      );
    }
  }
  return nodes.length > 0;
}

/** The metrics that any of the pools asks for. */
export function metricsOf(pools: readonly AskedPool[]): PodMetric[] {
  return [...new Set(pools.flatMap(({ metrics }) => metrics))];
}
