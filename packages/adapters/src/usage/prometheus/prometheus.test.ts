import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import { parseAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import { afterEach, describe, expect, it } from "vitest";
import { serve, type TestServer } from "../../testing/http-server.ts";
import { HOUR } from "../hours.ts";
import { prometheusUsage } from "./prometheus.ts";

const period = parsePeriod("2026-09");
const until = period.start + 2 * HOUR;
const [FIRST, SECOND] = [period.start + HOUR, period.start + 2 * HOUR].map((at) => at / 1000);

/** What a server gives to queries in which a word stands. */
type Given = readonly (readonly [word: string, ...series: readonly unknown[]])[];

let server: TestServer | undefined;
let queries: string[];
afterEach(() => server?.close());

async function source(given: Given, more: Partial<PrometheusSource>, pools: readonly UsagePool[]) {
  queries = [];
  server = await serve(({ body }) => {
    const query = new URLSearchParams(body).get("query") ?? "";
    queries.push(query);
    const [, ...result] = given.find(([word]) => query.includes(word)) ?? [""];
    return {
      status: 200,
      body: JSON.stringify({ status: "success", data: { resultType: "matrix", result }, warnings: ["slow"] }),
    };
  });
  return prometheusUsage({
    source: { kind: "prometheus", url: server.endpoint, ...more },
    pools,
    fetch,
    sleep: async () => {},
    random: () => 0,
    secret: async () => "",
  });
}

function pool(name: string, ...metrics: readonly string[]): UsagePool {
  const metric = Object.fromEntries(metrics.map((each) => [each, "1"]));
  return { name, method: "usage", metric, idle: "share", includeTagged: false, onMissingUsage: "hold" };
}

function series(labels: Record<string, string>, ...values: readonly (readonly [unknown, string])[]) {
  return { metric: labels, values };
}

const MAIN = { namespace: "apps", pod: "web-0", container: "main" };

describe("a Prometheus", () => {
  it("gives each pool its rows: of each container whichever is more, request or use", async () => {
    const usage = await source(
      [
        ["group(kube_node", series({}, [FIRST, "60"], [SECOND, "60"])],
        ["kube_pod_container", series(MAIN, [FIRST, "60"], [SECOND, "15"])],
        ["max_over_time(container_cpu", series(MAIN, [FIRST, "1800"], [SECOND, "7200.5"])],
        ["kube_node", series({}, [FIRST, "240"], [SECOND, "240"])],
      ],
      {},
      [pool("one", "cpu-core-hours"), pool("two", "cpu-core-hours")],
    );
    const { rows, coverage, notes } = await usage.read({ period, until });
    const name = `prometheus ${server?.endpoint}`;
    expect(usage).toMatchObject({ name, pools: ["one", "two"] });
    expect(rows).toHaveLength(4);
    expect(rows.filter(({ pool: of }) => of === "two")).toEqual([
      {
        start: period.start,
        end: until,
        pool: "two",
        team: "apps",
        metric: "cpu-core-hours",
        quantity: (parseAmount("10800.5") / 3600n) as bigint,
        project: null,
        workload: null,
        environment: null,
        experiment: null,
        place: `${name}: namespace="apps"`,
      },
      expect.objectContaining({
        team: "capacity",
        quantity: parseAmount("8"),
        place: `${name}: kube_node_status_capacity`,
      }),
    ]);
    expect(coverage).toEqual([
      { pool: "one", metric: "cpu-core-hours", hours: 2, of: 2 },
      { pool: "two", metric: "cpu-core-hours", hours: 2, of: 2 },
    ]);
    expect(notes).toEqual([`${name}: slow`]);
  });

  it("is asked by the minute about pods with counters that began, ended or were reset within an hour", async () => {
    const other = { ...MAIN, pod: "web-1" };
    const rises = (labels: Record<string, string>) => series(labels, [FIRST, "3600"], [SECOND, "3600"]);
    const usage = await source(
      [
        ["count_over_time", series({ namespace: "apps", pod: "web-0" }, [SECOND, "1"])],
        ["max_over_time(container_cpu", rises(MAIN), rises(other)],
        ["offset 1m", series(MAIN, [FIRST, "1"], [SECOND, "1800"])],
      ],
      {},
      [pool("one", "cpu-core-hours")],
    );
    const { rows } = await usage.read({ period, until });
    expect(queries.filter((query) => query.includes("web-0"))).toHaveLength(1);
    expect(queries.filter((query) => query.includes("web-1"))).toEqual([]);
    expect(rows.map(({ team, quantity }) => [team, quantity])).toEqual([["apps", parseAmount("3.5")]]);
  });

  it("is asked only for what a pool is divided by, with the matchers of the configuration", async () => {
    const usage = await source([], { select: 'cluster="ml"', metrics: { reads: "x", writes: "y" } }, [
      pool("gpu", "gpu-hours"),
      pool("store", "writes"),
    ]);
    await usage.read({ period, until });
    const text = queries.join("\n");
    expect(text).not.toMatch(/container_cpu|container_memory|resource="cpu"|kube_pod_labels/);
    expect(queries.filter((query) => query.length === 1)).toEqual(["y"]);
    for (const query of queries.filter((query) => query.length > 1)) {
      const selectors = query.match(/\{[^}]*\}/g) ?? [];
      expect(selectors.filter((selector) => !selector.includes('cluster="ml"'))).toEqual([]);
      expect(selectors.length).toBeGreaterThan(0);
    }
  });

  it("is not asked where no pool is divided by what it has, nor before the month begins", async () => {
    const nothing = await source([], {}, [pool("store", "reads")]);
    expect(nothing.pools).toEqual([]);
    expect(await nothing.read({ period, until })).toEqual({ rows: [], coverage: [], notes: [] });
    server?.close();
    const early = await source([], {}, [pool("gpu", "gpu-hours")]);
    expect(await early.read({ period, until: period.start - HOUR })).toEqual({
      rows: [],
      coverage: [{ pool: "gpu", metric: "gpu-hours", hours: 0, of: 0 }],
      notes: [],
    });
    expect(queries).toEqual([]);
  });

  it("tells of hours that are known in part, of use that is not known, and of labels that nothing shows", async () => {
    const usage = await source(
      [
        ["group(kube_node", series({}, [FIRST, "41"], [SECOND, "60"])],
        ["kube_pod_labels", series({ namespace: "apps", pod: "web-0" }, [FIRST, "41"], [SECOND, "60"])],
        ["kube_pod_container", series(MAIN, [FIRST, "41"], [SECOND, "60"])],
        ["max_over_time(container_cpu", series(MAIN, [SECOND, "10"])],
      ],
      { team: { label: "ml-team" } },
      [pool("one", "cpu-core-hours")],
    );
    const { rows, notes } = await usage.read({ period, until });
    expect(rows.map(({ team }) => team)).toEqual(["unowned:apps"]);
    expect(notes.map((note) => note.replace(`prometheus ${server?.endpoint}: `, ""))).toEqual([
      "cpu-core-hours: in 1 hour container_cpu_usage_seconds_total shows no use, so that requests alone count",
      "of 1 hour only some minutes are known; the others count for nobody",
      "no pod shows any of label_ml_team: kube-state-metrics shows only labels that its --metric-labels-allowlist names",
      "slow",
    ]);
  });

  it("is asked by the minute about pods whose labels changed within an hour, and only about these", async () => {
    const [before, after] = ["a", "b"].map((label_team) => ({ ...MAIN, label_team }));
    const other = { namespace: "apps", pod: "web-1", container: "main" };
    const usage = await source(
      [
        ["topk", series(before ?? {}, [SECOND, "20"]), series(after ?? {}, [SECOND, "40"])],
        ["group(kube_node", series({}, [FIRST, "60"], [SECOND, "60"])],
        [
          "group by (namespace,pod,label_team) (kube_pod_labels",
          series({ namespace: "apps", pod: "web-0", label_team: "a" }, [FIRST, "60"], [SECOND, "20"]),
          series({ namespace: "apps", pod: "web-0", label_team: "b" }, [SECOND, "44"]),
          series({ namespace: "apps", pod: "web-1", label_team: "a" }, [FIRST, "60"], [SECOND, "60"]),
        ],
        [
          "kube_pod_container",
          series(MAIN, [FIRST, "60"], [SECOND, "60"]),
          series(other, [FIRST, "6"], [SECOND, "6"]),
        ],
      ],
      { team: { label: "team" } },
      [pool("one", "gpu-hours")],
    );
    const { rows } = await usage.read({ period, until });
    expect(queries.filter((query) => query.includes("topk") && query.includes('pod=~"web-0"'))).toHaveLength(
      2,
    );
    expect(queries.filter((query) => query.includes("web-1"))).toEqual([]);
    expect(rows.map(({ team, quantity }) => [team, quantity])).toEqual([
      ["a", parseAmount("92") / 60n],
      ["b", parseAmount("40") / 60n],
    ]);
  });
});
