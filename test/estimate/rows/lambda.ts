import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DeployedFunction, functionOf } from "../../stacks/graph/function-of.ts";
import { ROOT } from "../../stacks/platform.ts";
import type { Context, Row } from "../charge.ts";
import { MONTH } from "../runs.ts";
import { WHOLE_PROCESSOR } from "../times.ts";
import { workOf } from "../work.ts";

/** A function: what it takes, and the metrics and traces that it writes. */
export const lambda: Row = (resource, context) => {
  const made = functionOf(context.graph, resource);
  const { invocations } = workOf(made, context);
  return [
    { what: "invocations", price: "invocation", quantity: invocations },
    {
      what: "time and memory",
      price: "compute",
      quantity: BigInt(made.memory) * microseconds(made, context),
    },
    // One for each second in which it runs, and a twentieth of all others.
    {
      what: "traces",
      price: "trace",
      quantity: invocations > MONTH ? MONTH + (invocations - MONTH) / 20n : invocations,
    },
    { what: "metrics", price: "metric", quantity: BigInt(metricsOf(made).length) },
  ];
};

/** How long all its runs take together in a month. */
export function microseconds(made: DeployedFunction, context: Context): bigint {
  const { processor, requests } = workOf(made, context);
  const memory = BigInt(made.memory);
  const slowed = memory < WHOLE_PROCESSOR ? (processor * WHOLE_PROCESSOR) / memory : processor;
  return slowed + requests * context.load.latency;
}

/** What it counts, by name, and how often it started anew: each is charged for as soon as it was written. */
export function metricsOf({ source }: DeployedFunction): readonly string[] {
  const text = readFileSync(join(ROOT, `${source.slice(0, source.lastIndexOf("."))}.ts`), "utf8");
  const named = [...text.matchAll(/"([A-Z][a-z]+[A-Z]\w+)"/g)].map(([, name = ""]) => name);
  return [...new Set(named), "ColdStart"];
}
