import { type Amount, sum } from "@tagledger/core/costs/money";
import type { Graph } from "../stacks/graph/types.ts";
import { functionsOf } from "../stacks/graph.ts";
import { amountOf, type Charge } from "./charge.ts";
import { type Load, loadOf, type Told } from "./load.ts";
import type { Measured } from "./measured.ts";
import { ROWS } from "./rows/all.ts";
import { microseconds } from "./rows/lambda.ts";
import { scheduledRuns } from "./runs.ts";

/** What a resource is charged for, and what that comes to in US dollars. */
export interface Line extends Charge {
  readonly type: string;
  readonly name: string;
  readonly amount: Amount;
}

/** What a deployment costs in a month. */
export interface Estimate {
  readonly load: Load;
  readonly lines: readonly Line[];
  readonly total: Amount;
  /** What the deployment could not do in time with such a load. */
  readonly tooMuch: readonly string[];
}

/**
 * What a deployment costs in a month, from all that it makes.
 *
 * @throws where a type of resource has no row, or a function is none of those whose work is known
 */
export function estimate(graph: Graph, measured: Measured, told: Told): Estimate {
  const load = loadOf(graph, told);
  const context = { graph, load, measured };
  const lines = graph.resources.flatMap((resource) => {
    const { type, name } = resource;
    const row = ROWS[type];
    if (row === undefined) throw new Error(`${type}: nobody said what it costs`);
    return row(resource, context).map((charge) => ({ ...charge, type, name, amount: amountOf(charge) }));
  });
  const tooMuch = functionsOf(graph).flatMap((made) => {
    const runs = scheduledRuns(graph, made.arn);
    if (runs === 0n) return [];
    const seconds = microseconds(made, context) / runs / 1_000_000n;
    if (seconds < BigInt(made.timeout)) return [];
    return [`a run of ${made.source} would take ${seconds} s, and has ${made.timeout} s`];
  });
  return { load, lines, total: sum(lines.map(({ amount }) => amount)), tooMuch };
}
