import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAmount, sum } from "@tagledger/core/costs/money";
import { beforeAll, describe, expect, test } from "vitest";
import { amountOf } from "../estimate/charge.ts";
import { type Estimate, estimate } from "../estimate/estimate.ts";
import { type Measured, measure } from "../estimate/measured.ts";
import { ROWS } from "../estimate/rows/all.ts";
import { metricsOf } from "../estimate/rows/lambda.ts";
import { runsOf } from "../estimate/runs.ts";
import { pricesTable, tableOf } from "../estimate/show.ts";
import { ofType } from "./graph/function-of.ts";
import { functionsOf } from "./graph.ts";
import { graphOf, SCENARIOS } from "./scenarios.ts";

const DOCS = join(import.meta.dirname, "../../docs/operations/costs.md");
const LOADS = [10_000n, 1_000_000n, 100_000_000n];

let measured: Measured;
beforeAll(async () => {
  measured = await measure();
});

async function estimates(scenario: string): Promise<readonly Estimate[]> {
  const graph = await graphOf(scenario);
  return LOADS.map((events) => estimate(graph, measured, { events }));
}

describe.each(Object.keys(SCENARIOS))("what a deployment costs for %s", (scenario) => {
  test("is known of each type that it makes, and adds up", async () => {
    for (const { lines, total } of await estimates(scenario)) {
      expect(total).toBe(sum(lines.map(amountOf)));
      expect(lines.filter(({ quantity }) => quantity < 0n)).toEqual([]);
    }
  });

  test("grows with the number of events", async () => {
    const totals = (await estimates(scenario)).map(({ total }) => total);
    expect(totals).toEqual([...totals].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(totals).size).toBe(LOADS.length);
  });
});

test("no row is of a type that no deployment makes", async () => {
  const graphs = await Promise.all(Object.keys(SCENARIOS).map(graphOf));
  const made = new Set(graphs.flatMap(({ resources }) => resources.map(({ type }) => type)));
  expect(Object.keys(ROWS).filter((type) => !made.has(type))).toEqual([]);
});

test("a type that nobody priced is refused by its name", async () => {
  const graph = await graphOf("one account, acting");
  const more = { type: "aws:kinesis/stream:Stream", name: "S", id: "s", arn: null, inputs: {}, tags: null };
  const wider = { ...graph, resources: [...graph.resources, more] };
  expect(() => estimate(wider, measured, { events: 1n })).toThrow("aws:kinesis/stream:Stream: nobody said");
});

test("alarms cost ten cents each, and a page three dollars", async () => {
  const graph = await graphOf("one account, acting");
  const { lines } = estimate(graph, measured, { events: 1n });
  const of = (price: string) => sum(lines.filter((line) => line.price === price).map(({ amount }) => amount));
  const alarms = ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm").length;
  expect(of("alarm")).toBe(parseAmount("0.10") * BigInt(alarms));
  expect(of("dashboard")).toBe(parseAmount("3"));
});

test("what other places forward is charged, and what is told at home is not", async () => {
  const forwarded = (found: Estimate) => found.lines.find(({ what }) => what.startsWith("events forwarded"));
  const [alone] = await estimates("one account, acting");
  const [wide] = await estimates("many accounts, acting");
  expect(alone && forwarded(alone)).toBeUndefined();
  // Of four places, three forward.
  expect(wide && forwarded(wide)?.quantity).toBe(7_500n);
});

test("nothing is quarantined where everything observes", async () => {
  const [observing] = await estimates("one account, observing");
  const [acting] = await estimates("one account, acting");
  expect([observing?.load.quarantines, acting?.load.quarantines]).toEqual([0n, 1n]);
});

test("every metric that an alarm watches is one that is charged for", async () => {
  const graph = await graphOf("one account, acting");
  const watched = ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm")
    .filter(({ inputs }) => inputs.namespace === "Tagledger")
    .map(({ inputs }) => String(inputs.metricName));
  expect(functionsOf(graph).flatMap(metricsOf)).toEqual(expect.arrayContaining(watched));
  expect(watched.length).toBeGreaterThan(0);
});

test("a rate is so many runs in a month of 730 hours", () => {
  expect([runsOf("rate(1 minute)"), runsOf("rate(6 hours)"), runsOf("rate(1 day)")]).toEqual([
    43_800n,
    121n,
    30n,
  ]);
  expect(() => runsOf("cron(0 3 * * ? *)")).toThrow("expected a rate");
});

test("the documentation shows what it comes to", async () => {
  const [introduction = ""] = readFileSync(DOCS, "utf8").split(/^## A month$/m);
  const parts = [
    introduction.trimEnd(),
    "## A month",
    tableOf(await estimates("one account, acting")),
    ...(await estimates("one account, acting")).flatMap(({ load, tooMuch }) =>
      tooMuch.map((each) => `With ${load.events.toLocaleString("en")} events, ${each}.`),
    ),
    "## Prices",
    pricesTable(),
  ];
  await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(DOCS);
});
