import { loadConfig } from "@tagledger/core/config/load";
import { formatAmount, parseAmount, sum } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import type { UsageReading } from "@tagledger/core/ports/usage-sources";
import { afterEach, describe, expect, it } from "vitest";
import { opencostUsage } from "./opencost.ts";
import type { Cluster, Container } from "./testing/model.ts";
import { answer, type Otherwise, opencostServer, type TestOpencost } from "./testing/server.ts";

const PERIOD = parsePeriod("2026-09");
const at = (day: number, hour = 0, minute = 0) => Date.UTC(2026, 8, day, hour, minute);
const TWO_DAYS = at(3);
const GIB = 2 ** 30;

const CONFIG = loadConfig(
  `version: 1
teams: { vision: {}, nlp: {} }
pools:
  - { name: cpu, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1 }, idle: separate }
  - { name: gpu, method: usage, metric: { gpu-hours: 1 } }
  - { name: lake, method: usage, metric: { s3-byte-hours: 1 } }
  - { name: rest, method: even }
`,
  "tagledger.yaml",
).config;
const POOLS = CONFIG.pools.filter((pool): pool is UsagePool => pool.method === "usage");

const train: Container = {
  namespace: "vision",
  pod: "train-0",
  labels: { ml_team: "vision", ml_project: "faces", ml_experiment: "exp-0001" },
  from: at(1, 0),
  until: at(2, 12),
  cpu: { request: 4, usage: 1.5 },
  ram: { request: 8 * GIB, usage: 12 * GIB },
  gpus: 1,
};
const serve: Container = {
  namespace: "nlp",
  pod: "serve-0",
  labels: { ml_team: "nlp" },
  from: at(1, 6, 20),
  until: TWO_DAYS,
  cpu: { request: 0.5, usage: 0.75 },
  ram: { request: 2 * GIB, usage: GIB },
};
const dns: Container = {
  namespace: "kube-system",
  pod: "coredns-0",
  from: at(1, 0),
  until: TWO_DAYS,
  cpu: { request: 0.1, usage: 0.05 },
  ram: { request: 70 * 2 ** 20, usage: 2 ** 20 },
};
const CLUSTER: Cluster = {
  containers: [train, serve, dns],
  node: { cores: 16, bytes: 64 * GIB, gpus: 2 },
};

let server: TestOpencost | undefined;
afterEach(() => server?.close());

interface Reading {
  readonly cluster?: Cluster;
  readonly otherwise?: Otherwise;
  readonly source?: object;
  readonly path?: string;
  readonly until?: number;
  readonly slept?: number[];
}

async function read({
  cluster = CLUSTER,
  otherwise,
  source = {},
  path = "",
  until = TWO_DAYS,
  slept = [],
}: Reading = {}): Promise<UsageReading> {
  server = await opencostServer(cluster, otherwise);
  const usage = opencostUsage({
    source: { kind: "opencost", url: `${server.endpoint}${path}`, ...source },
    pools: POOLS,
    fetch,
    sleep: async (milliseconds) => slept.push(milliseconds),
    random: () => 0.5,
    secret: async (name) => `token of ${name}`,
  });
  return usage.read({ period: PERIOD, until });
}

/** The sum of what a team used of a metric, over all rows of a pool. */
function total({ rows }: UsageReading, pool: string, team: string, metric: string): string {
  const of = rows.filter((row) => row.pool === pool && row.team === team && row.metric === metric);
  return formatAmount(sum(of.map(({ quantity }) => quantity)));
}

async function failure(reading: Reading): Promise<{ code: string; message: string }> {
  const error: unknown = await read(reading).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  return error as { code: string; message: string } & Error;
}

describe("what OpenCost tells of a cluster", () => {
  it("is the greater of request and use of every container, hour by hour, by namespace", async () => {
    const reading = await read();
    expect(total(reading, "cpu", "vision", "cpu-core-hours")).toBe("144");
    expect(total(reading, "cpu", "vision", "memory-gib-hours")).toBe("432");
    expect(total(reading, "cpu", "nlp", "cpu-core-hours")).toBe("31.25");
    expect(total(reading, "gpu", "vision", "gpu-hours")).toBe("36");
    expect(total(reading, "gpu", "nlp", "gpu-hours")).toBe("0");
    const days = reading.rows.map(({ start, end }) => [start, end]);
    expect(new Set(days.map(String))).toEqual(new Set([`${at(1)},${at(2)}`, `${at(2)},${at(3)}`]));
  });

  it("comes to less where a container ran for a part of an hour", async () => {
    const { rows } = await read({ until: at(1, 7) });
    const [row] = rows.filter(({ team, metric }) => team === "nlp" && metric === "cpu-core-hours");
    expect(row).toMatchObject({ start: at(1), end: at(1, 7), quantity: parseAmount("0.5") });
  });

  it("names the team by a label, and what has none by its namespace, unowned", async () => {
    const reading = await read({ source: { team: { label: "ml_team" } } });
    expect(new Set(reading.rows.map(({ team }) => team))).toEqual(
      new Set(["vision", "nlp", "unowned:kube-system", "capacity"]),
    );
    expect(total(reading, "cpu", "unowned:kube-system", "cpu-core-hours")).toBe("4.8");
    expect(server?.asked[0]?.path).toContain("aggregate=namespace%2Clabel%3Aml_team");
  });

  it("names the team by its namespace where the label is missing and namespaces are teams too", async () => {
    const { rows } = await read({ source: { team: { label: "owner", namespace: true } } });
    expect(new Set(rows.map(({ team }) => team))).toEqual(
      new Set(["vision", "nlp", "kube-system", "capacity"]),
    );
  });

  it("tells the finer dimensions by their labels", async () => {
    const dimensions = { project: "ml_project", experiment: "ml_experiment" };
    const { rows } = await read({ source: { team: { label: "ml_team" }, dimensions } });
    expect(rows.find(({ team }) => team === "vision")).toMatchObject({
      project: "faces",
      experiment: "exp-0001",
      workload: null,
      place: expect.stringMatching(
        /^opencost http:\S+: namespace="vision" ml_team="vision" ml_project="faces" ml_experiment="exp-0001"$/,
      ),
    });
    expect(rows.find(({ team }) => team === "nlp")).toMatchObject({ project: null, experiment: null });
  });

  it("is read of containers that were not aggregated, by their properties", async () => {
    const window = { start: "2026-09-01T00:00:00Z", end: "2026-09-01T01:00:00Z" };
    const properties = { namespace: "a", labels: { ml_team: "vision" } };
    const entry = { properties, window, minutes: 60, cpuCoreHours: 2, ramByteHours: GIB, gpuHours: 0 };
    const otherwise: Otherwise = ({ path }) =>
      path.includes("/allocation") ? answer([{ "ml/i-1/a/train-0/main": entry }]) : null;
    const reading = await read({ otherwise, until: at(1, 1), source: { team: { label: "ml-team" } } });
    expect(total(reading, "cpu", "vision", "cpu-core-hours")).toBe("2");
  });

  it("counts averages of request and use where no hours are told, and where they come to more", async () => {
    const entry = (more: object) => ({
      window: { start: "2026-09-01T00:00:00Z", end: "2026-09-01T01:00:00Z" },
      minutes: 45,
      ramByteHours: 0,
      ...more,
    });
    const otherwise: Otherwise = ({ path }) =>
      path.includes("/allocation")
        ? answer([
            {
              vision: entry({ cpuCoreRequestAverage: 2, cpuCoreUsageAverage: 3.2 }),
              nlp: entry({ cpuCoreRequestAverage: 1, cpuCoreUsageAverage: 2, cpuCoreHours: 0.75 }),
              timed: entry({
                minutes: undefined,
                start: "2026-09-01T00:00:00Z",
                end: "2026-09-01T00:30:00Z",
                cpuCoreUsageAverage: 4,
              }),
              ops: entry({ cpuCoreRequestAverage: 0.12345, cpuCoreUsageAverage: 0, cpuCoreHours: 0.09258 }),
            },
          ])
        : null;
    const reading = await read({ otherwise, until: at(1, 1) });
    expect(total(reading, "cpu", "vision", "cpu-core-hours")).toBe("2.4");
    expect(total(reading, "cpu", "nlp", "cpu-core-hours")).toBe("1.5");
    expect(total(reading, "cpu", "timed", "cpu-core-hours")).toBe("2");
    // 0.12345 * 45 / 60 is 0.0925875: what rounding makes of it is no use.
    expect(total(reading, "cpu", "ops", "cpu-core-hours")).toBe("0.09258");
  });

  it("is given to the pools that a source names, and to no others", async () => {
    const { rows, coverage } = await read({ source: { pools: ["gpu"] } });
    expect(new Set(rows.map(({ pool }) => pool))).toEqual(new Set(["gpu"]));
    expect(coverage).toEqual([{ pool: "gpu", metric: "gpu-hours", hours: 48, of: 48 }]);
  });
});

describe("capacity", () => {
  it("is what nodes gave in the hours that are known, as the assets tell it", async () => {
    const isKnown = (hour: number) => hour !== at(1, 5);
    const reading = await read({ cluster: { ...CLUSTER, isKnown } });
    expect(total(reading, "cpu", "capacity", "cpu-core-hours")).toBe(String(16 * 47));
    expect(total(reading, "cpu", "capacity", "memory-gib-hours")).toBe(String(64 * 47));
    expect(total(reading, "gpu", "capacity", "gpu-hours")).toBe(String(2 * 47));
    expect(reading.notes).toEqual([]);
  });

  it("is all that was allocated and the idle hours, where idle entries tell hours", async () => {
    const reading = await read({ cluster: { ...CLUSTER, tellsIdleHours: true } });
    expect(total(reading, "cpu", "capacity", "cpu-core-hours")).toBe(String(16 * 48));
    expect(total(reading, "gpu", "capacity", "gpu-hours")).toBe(String(2 * 48));
    expect(server?.asked.some(({ path }) => path.includes("/assets"))).toBe(false);
  });

  it("is not known where neither tells it, which is said; idle entries are nobody's", async () => {
    const otherwise: Otherwise = ({ path }) => (path.includes("/assets") ? { status: 404 } : null);
    const { rows, notes } = await read({ otherwise });
    expect(new Set(rows.map(({ team }) => team))).toEqual(new Set(["vision", "nlp", "kube-system"]));
    expect(notes).toEqual([expect.stringContaining("tells of 48 hours neither what was idle nor any node")]);
  });
});

describe("coverage", () => {
  it("is the hours that came back, of those that there were", async () => {
    const isKnown = (hour: number) => hour < at(1, 20) || hour >= at(2, 3);
    const { coverage } = await read({ cluster: { ...CLUSTER, isKnown } });
    expect(coverage).toContainEqual({ pool: "cpu", metric: "memory-gib-hours", hours: 41, of: 48 });
  });

  it("leaves out windows that are null, and a day of which nothing is known", async () => {
    const otherwise: Otherwise = ({ path }) => {
      if (path.includes("2026-09-02T00%3A00%3A00Z%2C")) return answer(null);
      return path.includes("/allocation") ? answer([null, ...Array(23).fill({})]) : null;
    };
    const { rows, coverage } = await read({ otherwise });
    expect(rows).toEqual([]);
    expect(coverage[0]).toMatchObject({ hours: 0, of: 48 });
  });

  it("is of the whole month once it is over, which is asked for day by day", async () => {
    const { coverage } = await read({ until: at(40) });
    expect(coverage[0]).toMatchObject({ hours: 720, of: 720 });
    const windows = server?.asked.map(({ path }) => new URL(path, "http://x").searchParams.get("window"));
    expect(windows).toHaveLength(60);
    expect(windows).toContain("2026-09-30T00:00:00Z,2026-10-01T00:00:00Z");
  });

  it("is nothing of nothing before the month begins", async () => {
    const { rows, coverage } = await read({ until: PERIOD.start });
    expect(rows).toEqual([]);
    expect(coverage[0]).toMatchObject({ hours: 0, of: 0 });
    expect(server?.asked).toEqual([]);
  });
});

describe("the allocation API", () => {
  it.each([
    ["", "/allocation/compute?"],
    ["/", "/allocation/compute?"],
    ["/model", "/model/allocation/compute?"],
    ["/model/allocation", "/model/allocation?"],
    ["/allocation/compute", "/allocation/compute?"],
  ])("is asked at %j with %j", async (path, begin) => {
    await read({ path, until: at(1, 2) });
    expect(server?.asked[0]?.path.startsWith(begin)).toBe(true);
    expect(server?.asked[1]?.path.startsWith(begin.replace(/allocation.*/, "assets?"))).toBe(true);
  });

  it("gets the token, which no message shows", async () => {
    await read({ source: { token: "secret:OPENCOST_TOKEN" }, until: at(1, 1) });
    expect(server?.asked[0]?.headers.authorization).toBe("Bearer token of OPENCOST_TOKEN");
    const refused = await failure({
      source: { token: "secret:OPENCOST_TOKEN" },
      otherwise: () => ({ status: 401, body: "no" }),
    });
    expect(refused.code).toBe("outside-failure");
    expect(refused.message).toMatch(/^opencost http:\S+: it answered with status 401 \(no\)$/);
  });

  it("is asked again after errors that pass, for longer each time", async () => {
    const slept: number[] = [];
    const otherwise: Otherwise = (_, count) => {
      if (count === 1) return { status: 503, headers: { "retry-after": "7" } };
      return count < 4 ? { status: 500, body: '{"code":500,"message":"query timed out"}' } : null;
    };
    const reading = await read({ otherwise, slept, until: at(1, 1) });
    expect(total(reading, "cpu", "vision", "cpu-core-hours")).toBe("4");
    expect(slept).toEqual([7000, 750, 1500]);
  });

  it("is asked again where something else answers for a while", async () => {
    const slept: number[] = [];
    const pages = ["<html>starting</html>", "{}"];
    const otherwise: Otherwise = (_, count) => {
      const page = pages[count - 1];
      return page === undefined ? null : { status: 200, body: page };
    };
    const reading = await read({ otherwise, slept, until: at(1, 1) });
    expect(total(reading, "cpu", "vision", "cpu-core-hours")).toBe("4");
    expect(slept).toHaveLength(2);
  });

  it.each([
    [
      "errors that stay",
      () => ({ status: 500, body: '{"code":500,"message":"query timed out"}' }),
      "500 (query timed out), 5 times in a row",
    ],
    [
      "an answer that says it went wrong",
      () => ({ status: 200, body: '{"code":400,"data":null,"message":"bad window"}' }),
      "code 400 (bad window)",
    ],
    [
      "a page of something else",
      () => ({ status: 200, body: "<html>" }),
      'the answer is no JSON (it begins with "<html>"), 5 times in a row',
    ],
    [
      "answers without data",
      () => ({ status: 200, body: "{}" }),
      "the answer holds no data, 5 times in a row",
    ],
    [
      "a path that is not there",
      () => ({ status: 404, body: "404 page not found" }),
      "status 404 (404 page not found)",
    ],
    [
      "a way to somewhere else",
      () => ({ status: 302, headers: { location: "http://other/" } }),
      "status 302",
    ],
  ])("gives nothing of a month after %s in the midst of it", async (_, wrong, message) => {
    const failed = await failure({ otherwise: (_asked, count) => (count > 2 ? wrong() : null) });
    expect(failed.code).toBe("outside-failure");
    expect(failed.message).toContain(message);
  });

  it.each([
    ["a window that is no object", '{"code":200,"data":[7]}', "window 1 of the answer is no object"],
    ["an allocation that is no object", '{"code":200,"data":[{"vision":7}]}', '"vision" is no object'],
    ["hours that are no number", body({ cpuCoreHours: "4" }), '"vision": cpuCoreHours is "4", not a number'],
    ["hours that were not a number", body({ cpuCoreHours: null }), "cpuCoreHours is null, not a number"],
    ["negative hours", body({ cpuCoreHours: -1 }), "cpuCoreHours is -1, not a number of 0 or more"],
    ["no hours", body({ cpuCoreHours: undefined }), "cpuCoreHours is missing"],
    [
      "another time",
      body({ window: { start: "2026-08-01T00:00:00Z", end: "2026-08-01T01:00:00Z" } }),
      "was asked for",
    ],
    ["no time", body({ window: null }, 2), "does not say which window it is of"],
    ["a time twice", body({}, 2), "which overlap"],
  ])("is misread where there is %s, which is told", async (_, text, message) => {
    const failed = await failure({ otherwise: () => ({ status: 200, body: text }) });
    expect(failed.code).toBe("bad-input");
    expect(failed.message).toContain(message);
  });

  it("is not asked at an address with a password, which is not shown", async () => {
    const source = { url: "http://user:pa%ss@opencost:9003" };
    const failed = await failure({ source });
    expect(failed).toMatchObject({ code: "bad-configuration" });
    expect(failed.message).toBe(
      "the address of an OpenCost at opencost:9003 holds a name or password; give a token by its name",
    );
  });

  it("is out of reach where nothing listens", async () => {
    const usage = opencostUsage({
      source: { kind: "opencost", url: "http://127.0.0.1:9" },
      pools: POOLS,
      fetch,
      sleep: async () => {},
      random: () => 0,
      secret: async () => "",
    });
    await expect(usage.read({ period: PERIOD, until: TWO_DAYS })).rejects.toMatchObject({
      code: "outside-failure",
      message: "opencost http://127.0.0.1:9: it could not be reached, or broke off, 5 times in a row",
    });
  });
});

function body(more: object, times = 1): string {
  const window = { start: "2026-09-01T00:00:00Z", end: "2026-09-01T01:00:00Z" };
  const entry = { window, minutes: 60, cpuCoreHours: 1, ramByteHours: 1, gpuHours: 0, ...more };
  return JSON.stringify({ code: 200, data: Array(times).fill({ vision: entry }) });
}
