import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { startWatched } from "../../aws/local/watched.ts";
import { findPrometheus } from "./find-prometheus.ts";
import { openMetrics, type RecordedSeries } from "./recorded.ts";

const PATIENCE = 60_000;

/** A real Prometheus, running on this machine. */
export interface RunningPrometheus {
  readonly url: string;
  /** Ends it, and removes what it kept. */
  stop(): Promise<void>;
}

/**
 * Starts a Prometheus that scrapes nothing and holds what was recorded.
 *
 * @throws Error with what it printed when it does not answer
 */
export async function startPrometheus(
  recorded: readonly RecordedSeries[],
  ...options: readonly string[]
): Promise<RunningPrometheus> {
  const { prometheus, promtool } = findPrometheus();
  const folder = await mkdtemp(join(tmpdir(), "prometheus-"));
  const [samples, blocks, config] = ["samples", "blocks", "config.yml"].map((name) => join(folder, name));
  await pipeline(Readable.from(openMetrics(recorded)), createWriteStream(String(samples)));
  const backfill = ["tsdb", "create-blocks-from", "openmetrics", "--quiet", "--max-block-duration=745h"];
  execFileSync(promtool, [...backfill, String(samples), String(blocks)], { stdio: "pipe" });
  await rm(String(samples));
  await writeFile(String(config), "global: { scrape_interval: 1m }\n");
  const port = await freePort();
  const { child, output, stop } = startWatched([
    prometheus,
    `--config.file=${config}`,
    `--storage.tsdb.path=${blocks}`,
    // What was recorded may be of any time.
    "--storage.tsdb.retention.time=100y",
    `--web.listen-address=127.0.0.1:${port}`,
    ...options,
  ]);
  const url = `http://127.0.0.1:${port}`;
  const running = {
    url,
    async stop() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
  for (const end = Date.now() + PATIENCE; Date.now() < end && child.exitCode === null; ) {
    const answer = await fetch(`${url}/-/ready`).catch(() => null);
    if (answer?.ok) return running;
    await setTimeout(100);
  }
  await running.stop();
  throw new Error(`Prometheus did not start:\n${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? address.port : 0;
}
