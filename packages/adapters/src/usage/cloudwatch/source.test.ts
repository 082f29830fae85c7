import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, describe, expect, test } from "vitest";
import { serve, type TestServer } from "../../testing/http-server.ts";
import { DAY, HOUR } from "../hours.ts";
import { cloudwatchUsage } from "./source.ts";

const SEPTEMBER = parsePeriod("2026-09");
const POOL = { name: "store", method: "usage", metric: { reads: "1" } } as const;
const SOURCE = { kind: "cloudwatch", namespace: "Store", pool: "store", dimension: "team" } as const;

interface Query {
  readonly Id: string;
  readonly MetricStat: { readonly Metric: { readonly Dimensions: readonly { readonly Value: string }[] } };
}
interface Request {
  readonly MetricDataQueries: readonly Query[];
  readonly NextToken?: string;
}

let server: TestServer;
afterEach(() => server?.close());

/** CloudWatch, which lists these teams and answers as its documentation says. */
async function cloudwatch(teams: readonly string[], data: (request: Request, call: number) => unknown) {
  const asked: Request[] = [];
  server = await serve(({ headers, body }) => {
    const request = JSON.parse(body);
    const isList = String(headers["x-amz-target"]).endsWith("ListMetrics");
    if (!isList) asked.push(request);
    const metrics = teams.map((team) => ({ Dimensions: [{ Name: "team", Value: team }] }));
    const listed = pageOf(metrics, Number(request.NextToken ?? 0));
    const answer = isList ? listed : data(request, asked.length);
    return {
      status: 200,
      headers: { "content-type": "application/x-amz-json-1.0" },
      body: JSON.stringify(answer),
    };
  });
  const pauses: number[] = [];
  const client = new CloudWatchClient({
    endpoint: server.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const usage = cloudwatchUsage({
    source: SOURCE,
    pools: [{ includeTagged: false, onMissingUsage: "hold", idle: "share", ...POOL }],
    teams: [],
    client,
    now: () => SEPTEMBER.start + 3 * DAY,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    random: () => 1,
  });
  return {
    usage,
    asked,
    pauses,
    read: () => usage.read({ period: SEPTEMBER, until: SEPTEMBER.start + 2 * DAY }),
  };
}

function pageOf(metrics: readonly unknown[], from: number) {
  const rest = from + 500 < metrics.length ? { NextToken: String(from + 500) } : {};
  return { Metrics: metrics.slice(from, from + 500), ...rest };
}

/** The result of a query: hours of the month and their sums. */
const result = ({ Id }: Query, sums: Record<number, number>, StatusCode = "Complete") => ({
  Id,
  StatusCode,
  Timestamps: Object.keys(sums).map((hour) => (SEPTEMBER.start + Number(hour) * HOUR) / 1000),
  Values: Object.values(sums),
});

describe("sums of CloudWatch", () => {
  test("are exact decimals by day, and hours are known in which any team has one", async () => {
    const { read } = await cloudwatch(["a", "b"], ({ MetricDataQueries: [a, b] }) => ({
      MetricDataResults:
        a === undefined || b === undefined
          ? []
          : [result(a, { 0: 0.1, 1: 0.2, 30: 1e21 }), result(b, { 1: 5e-7, 2: 0 })],
    }));
    const { rows, coverage } = await read();
    expect(
      rows.map((row) => [row.team, (row.start - SEPTEMBER.start) / HOUR, formatAmount(row.quantity)]),
    ).toEqual([
      ["a", 0, "0.3"],
      ["a", 24, "1000000000000000000000"],
      ["b", 0, "0.0000005"],
    ]);
    expect(rows[0]?.place).toBe('cloudwatch Store reads: team="a"');
    expect(coverage).toEqual([{ pool: "store", metric: "reads", hours: 4, of: 48 }]);
  });

  test("under a name that is no team's are nobody's", async () => {
    const { read } = await cloudwatch(["capacity", "pool:store"], ({ MetricDataQueries }) => ({
      MetricDataResults: MetricDataQueries.map((each) => result(each, { 0: 7 })),
    }));
    const { rows } = await read();
    expect(rows.map(({ team }) => team).sort()).toEqual(["unowned:capacity", "unowned:pool:store"]);
  });

  test("of many teams are asked for 500 at a time and page by page", async () => {
    const teams = Array.from({ length: 1201 }, (_, index) => `team-${index}`);
    const { read, asked } = await cloudwatch(teams, ({ MetricDataQueries, NextToken }) =>
      NextToken === undefined
        ? {
            NextToken: "2",
            MetricDataResults: MetricDataQueries.map((each) => result(each, { 0: 1 }, "PartialData")),
          }
        : { MetricDataResults: MetricDataQueries.map((each) => result(each, { 1: 2 })) },
    );
    const { rows } = await read();
    expect(asked.map(({ MetricDataQueries }) => MetricDataQueries.length)).toEqual([
      500, 500, 500, 500, 201, 201,
    ]);
    expect(new Set(rows.map((row) => `${row.team} ${formatAmount(row.quantity)}`))).toEqual(
      new Set(teams.map((team) => `${team} 3`)),
    );
  });

  test.each(["PartialData", "InternalError"])(
    "that are %s are asked for again, and counted once",
    async (status) => {
      const { read, pauses } = await cloudwatch(["a"], ({ MetricDataQueries }, call) => ({
        MetricDataResults: MetricDataQueries.map((each) =>
          result(each, { 0: 7 }, call < 3 ? status : "Complete"),
        ),
      }));
      expect((await read()).rows.map(({ quantity }) => formatAmount(quantity))).toEqual(["7"]);
      expect(pauses).toEqual([1000, 2000]);
    },
  );

  test("that stay incomplete are a failure that names them", async () => {
    const { read, asked } = await cloudwatch(["a"], ({ MetricDataQueries }) => ({
      MetricDataResults: MetricDataQueries.map((each) => result(each, { 0: 7 }, "InternalError")),
    }));
    await expect(read()).rejects.toMatchObject({
      code: "outside-failure",
      message:
        'cloudwatch Store: CloudWatch gives less than all of what it was asked for: reads of "a" is InternalError',
    });
    expect(asked).toHaveLength(4);
  });

  test("with a message that some are left out are a failure", async () => {
    const { read } = await cloudwatch(["a"], ({ MetricDataQueries }) => ({
      Messages: [{ Code: "MaxMetricsExceeded", Value: "Maximum number of allowed metrics exceeded" }],
      MetricDataResults: MetricDataQueries.map((each) => result(each, { 0: 7 })),
    }));
    await expect(read()).rejects.toThrow("MaxMetricsExceeded: Maximum number of allowed metrics exceeded");
  });

  test("that are negative are refused with their place", async () => {
    const { read } = await cloudwatch(["a"], ({ MetricDataQueries }) => ({
      MetricDataResults: MetricDataQueries.map((each) => result(each, { 0: -7 })),
    }));
    await expect(read()).rejects.toMatchObject({
      code: "bad-input",
      message: 'cloudwatch Store reads: team="a": the quantity is -7, expected a number of 0 or more',
    });
  });
});
