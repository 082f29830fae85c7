import { functionsOf } from "../../stacks/graph.ts";
import { type Charge, type Context, type Row, times } from "../charge.ts";
import { scheduledRuns } from "../runs.ts";
import { CHANGED_DAYS } from "../times.ts";
import { workOf } from "../work.ts";

/** What a day of a team takes, which is at most two KiB. */
const DAY_UNITS = 2n;

/** The table: what is read and written, what stays, and its key. */
export const table: Row = (_, context) => {
  const { months } = context.load;
  const own = lastingOf(context, ({ units }) => units.bytes) * months;
  const copies = lastingOf(context, ({ units }) => units.copies) * months;
  return [
    { what: "writes", price: "writeUnit", quantity: ledgerOf(context, ({ units }) => units.table) },
    {
      what: "writes to indexes",
      price: "writeUnit",
      quantity: ledgerOf(context, ({ units }) => units.indexes),
    },
    {
      what: "days of teams in bills",
      price: "writeUnit",
      quantity: context.load.deliveries * context.load.teams * CHANGED_DAYS * DAY_UNITS,
    },
    { what: "reads", price: "readUnit", quantity: ledgerOf(context, ({ units }) => units.reads) },
    { what: "storage", price: "tableStorage", quantity: own + copies },
    { what: "point-in-time recovery", price: "tableRecovery", quantity: own },
    // DynamoDB asks for the key once in five minutes for each role.
    {
      what: "its key",
      price: "keyRequest",
      quantity: BigInt(functionsOf(context.graph).length) * 730n * 12n,
    },
  ];
};

/** Buckets: of the configuration, of cells, and of bills. */
export const bucket: Row = (resource, context) => {
  if (resource.name === "CellsBucket") return cells(context);
  if (resource.name === "PageFilesBucket") return page(context);
  return resource.name === "BillDeliveriesBucket" ? bills(context) : configuration(context);
};

/** What a line of a bill takes in Parquet, in bytes, and what is left of it in cells. */
const [LINE, CELLS] = [100n, 10n];
/** Versions of a month that are kept, those that were removed lately included. */
const VERSIONS = 90n;

/** Of old months the last version is kept as well. */
const cells = ({ load: { lines, months } }: Context) => [
  { what: "cells of bills", price: "objectStored", quantity: lines * CELLS * (VERSIONS + months) } as const,
];

/** Each delivery replaces the one before, which is kept for a month. */
const bills = ({ load: { lines, months, deliveries } }: Context) => [
  { what: "bills", price: "objectStored", quantity: lines * LINE * (deliveries + months) } as const,
];

/** Each run asks whether the configuration changed. */
const configuration: (context: Context) => readonly Charge[] = (context) => [
  {
    what: "looks at the configuration",
    price: "objectRead",
    quantity: functionsOf(context.graph).reduce(
      (sum, made) => sum + workOf(made, context).invocations,
      context.load.quarantines * 4n,
    ),
  },
];

/** What CloudFront does not keep is read each time that somebody opens the page: it, and its sign. */
const page = ({ load: { visits } }: Context) => [
  { what: "files of the page", price: "objectRead", quantity: 2n * visits } as const,
];

type Of = Parameters<typeof times>[2];

/** What is done once for an event, a look or a quarantine, and stays. */
function lastingOf({ load, measured }: Context, of: Of): bigint {
  return (
    times(measured.event, load.events, of) +
    times(measured.look, load.looks, of) +
    times(measured.quarantine, load.quarantines, of)
  );
}

function ledgerOf(context: Context, of: Of): bigint {
  const { graph, load, measured } = context;
  const runs = (name: string) =>
    functionsOf(graph)
      .filter(({ source }) => source === `functions/${name}.handler`)
      .reduce((sum, { arn }) => sum + scheduledRuns(graph, arn), 0n);
  const [due, sweeps] = [runs("on-due"), runs("sweep")];
  return (
    lastingOf(context, of) +
    times(measured.rules, load.events + due + sweeps, of) +
    times(measured.run, due, of) +
    times(measured.swept, load.resources * sweeps, of)
  );
}
