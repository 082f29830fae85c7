import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsageReading } from "@tagledger/core/ports/usage-sources";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { at, smallCluster } from "./cluster/small-cluster.ts";
import { asked } from "./local/asked.ts";
import { type RunningPrometheus, startPrometheus } from "./local/prometheus.ts";
import { type Fate, type Passing, type QueryProxy, startProxy } from "./local/proxy.ts";

const query = { period: parsePeriod("2026-09"), until: at(4) };
const METRICS = ["cpu-core-hours", "memory-gib-hours"];
const NAMING = { team: { label: "ml_team" } };

let prometheus: RunningPrometheus;
let whole: UsageReading;
let proxy: QueryProxy;
beforeAll(async () => {
  prometheus = await startPrometheus(smallCluster(query.until, 1 / 1024));
  whole = await asked(prometheus.url, NAMING, METRICS).read(query);
});
afterAll(() => prometheus.stop());
afterEach(() => proxy?.close());

async function through(fateOf: (passing: Passing) => Fate, more = {}): Promise<UsageReading> {
  proxy = await startProxy(prometheus.url, fateOf);
  return asked(proxy.url, { ...NAMING, ...more }, METRICS).read(query);
}

async function errorOf(reading: Promise<UsageReading>): Promise<unknown> {
  return reading.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("trouble on the way to a Prometheus", () => {
  it("is overcome where it passes: statuses of 500 and more, and answers that break off", async () => {
    const fates: readonly Fate[] = [{ status: 503, body: "no upstream" }, "cut", "pass", "pass"];
    const reading = await through(({ index }) => fates[index % fates.length] ?? "pass");
    expect(reading.rows.length).toBeGreaterThan(20);
    expect(reading).toEqual(renamed(whole, proxy.url));
    expect(proxy.count()).toBeGreaterThan(30);
  });

  it("gives nothing where it stays in the middle of a time", async () => {
    const lastDay = String(at(4) / 1000);
    const reading = through(({ form }) =>
      form.get("end") === lastDay
        ? { status: 502, body: '{"status":"error","error":"upstream gone"}' }
        : "pass",
    );
    const error = await errorOf(reading);
    expect(error).toMatchObject({ code: "outside-failure" });
    expect(error).toHaveProperty(
      "message",
      `prometheus ${proxy.url}: status 502: upstream gone, 5 times in a row`,
    );
  });

  it("gives nothing where answers keep breaking off", async () => {
    const error = await errorOf(through(({ index }) => (index > 6 ? "cut" : "pass")));
    expect(error).toMatchObject({ code: "outside-failure" });
    expect(error).toHaveProperty("message", expect.stringContaining("it could not be reached, or broke off"));
  });

  it("is told where nobody answers", async () => {
    proxy = await startProxy(prometheus.url, () => "pass");
    proxy.close();
    const error = await errorOf(asked(proxy.url, NAMING, METRICS).read(query));
    expect(error).toMatchObject({ code: "outside-failure" });
    expect(error).toHaveProperty("message", expect.stringContaining("ECONNREFUSED"));
  });
});

describe("a Prometheus behind a token", () => {
  const guarded = ({ headers }: Passing): Fate =>
    headers.authorization === "Bearer PROMETHEUS_TOKEN as it is"
      ? "pass"
      : { status: 401, body: "Unauthorized" };

  it("is read with it", async () => {
    const reading = await through(guarded, { token: "secret:PROMETHEUS_TOKEN" });
    expect(reading).toEqual(renamed(whole, proxy.url));
  });

  it.each([{}, { token: "secret:ANOTHER" }])("is not read with %j", async (more) => {
    const error = await errorOf(through(guarded, more));
    expect(error).toMatchObject({ code: "outside-failure", fields: { status: 401 } });
    expect(error).toHaveProperty("message", `prometheus ${proxy.url}: status 401: Unauthorized`);
    expect(proxy.count()).toBe(1);
  });
});

describe("a query of the configuration", () => {
  it.each([
    ["sum(", "status 400: 1:5: parse error: unclosed left parenthesis"],
    ["kube_pod_labels * on (namespace) kube_pod_labels", "many-to-many matching not allowed"],
    ["store_reads / 0", "the value "],
    ["- store_reads - 1", "the value -"],
  ])("is refused with what is wrong with it: %s", async (reads, message) => {
    const source = { metrics: { reads } };
    const error = await errorOf(asked(prometheus.url, source, ["reads"]).read(query));
    expect(error).toMatchObject({ code: "bad-input" });
    expect(error).toHaveProperty("message", expect.stringContaining(message));
  });
});

/** The same of another address. */
function renamed(reading: UsageReading, url: string): UsageReading {
  return JSON.parse(
    JSON.stringify(reading, (_, value) => (typeof value === "bigint" ? `${value}n` : value)).replaceAll(
      prometheus.url,
      url,
    ),
    (_, value) => (typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value),
  ) as UsageReading;
}
