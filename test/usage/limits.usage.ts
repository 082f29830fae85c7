import { addressOf } from "@tagledger/adapters/usage/prometheus/address";
import { asker } from "@tagledger/adapters/usage/prometheus/ask";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { at, smallCluster } from "./cluster/small-cluster.ts";
import { asked } from "./local/asked.ts";
import { type RunningPrometheus, startPrometheus } from "./local/prometheus.ts";
import { type QueryProxy, startProxy } from "./local/proxy.ts";

const period = parsePeriod("2026-09");
const until = at(4);
const recorded = smallCluster(until, 1 / 1024);
const MINUTE = 60_000;
const TOO_FINE =
  "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)";

let prometheus: RunningPrometheus;
let proxy: QueryProxy | undefined;
beforeAll(async () => {
  prometheus = await startPrometheus(recorded);
});
afterAll(() => prometheus.stop());
afterEach(() => {
  proxy?.close();
  proxy = undefined;
});

function ask(url: string) {
  return asker({
    address: addressOf(url),
    authorize: async (_, headers) => headers,
    fetch,
    sleep: async () => {},
    random: () => 0.5,
    warn: () => {},
  });
}

describe("a month by minutes, of which a Prometheus gives 11,000 at once", () => {
  const times = { first: period.start + MINUTE, last: period.end, step: MINUTE };

  it("is refused whole", async () => {
    const body = new URLSearchParams({
      query: "time()",
      start: String(times.first / 1000),
      end: String(times.last / 1000),
      step: "60",
    });
    const answer = await fetch(`${prometheus.url}/api/v1/query_range`, { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: TOO_FINE });
  });

  it("is read in parts, each minute once", async () => {
    proxy = await startProxy(prometheus.url, () => "pass");
    const points = (await ask(proxy.url)("time()", times)).flatMap((series) => series.points);
    expect(points.map(({ at }) => at)).toEqual(
      Array.from({ length: 30 * 24 * 60 }, (_, index) => times.first + index * MINUTE),
    );
    expect(points.every(({ at, value }) => Number(value) * 1000 === at)).toBe(true);
    expect(proxy.count()).toBe(4);
  });

  it("is read where a server gives fewer at once", async () => {
    let refused = 0;
    proxy = await startProxy(prometheus.url, ({ form }) => {
      const count = (Number(form.get("end")) - Number(form.get("start"))) / Number(form.get("step"));
      if (count < 3_000) return "pass";
      refused++;
      return {
        status: 400,
        body: JSON.stringify({ status: "error", errorType: "bad_data", error: TOO_FINE }),
      };
    });
    const points = (await ask(proxy.url)("time()", times)).flatMap((series) => series.points);
    expect(points.map(({ value }) => Number(value) * 1000)).toEqual(
      Array.from({ length: 30 * 24 * 60 }, (_, index) => times.first + index * MINUTE),
    );
    expect(refused).toBe(12);
  });
});

describe("a Prometheus that holds few samples at once", () => {
  it("is read in shorter times, with the same result", async () => {
    const query = { period, until };
    const source = { team: { label: "ml_team" } };
    const metrics = ["cpu-core-hours"];
    const whole = await asked(prometheus.url, source, metrics).read(query);
    const small = await startPrometheus(recorded, "--query.max-samples=5000");
    try {
      const body = new URLSearchParams({
        query: "sum_over_time((kube_pod_labels)[59m59s:1m])",
        start: String(at(2, 1) / 1000),
        end: String(at(3) / 1000),
        step: "3600",
      });
      const answer = await fetch(`${small.url}/api/v1/query_range`, { method: "POST", body });
      expect([answer.status, await answer.text()]).toEqual([
        422,
        expect.stringContaining("too many samples"),
      ]);
      const parts = await asked(small.url, source, metrics).read(query);
      const plain = ({ rows }: typeof parts) =>
        rows
          .map(({ place: _, quantity, ...row }) => JSON.stringify({ ...row, quantity: String(quantity) }))
          .sort();
      expect(plain(parts)).toEqual(plain(whole));
      expect(parts.coverage).toEqual(whole.coverage);
    } finally {
      await small.stop();
    }
  });
});
