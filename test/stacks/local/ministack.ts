import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../aws/local/process.ts";
import { pythonWith } from "../../aws/local/python.ts";
import { startWatched } from "../../aws/local/watched.ts";

const REQUIREMENTS = join(import.meta.dirname, "ministack-requirements.txt");
const PATIENCE = 60_000;

/** An emulator of AWS that passes events on, running. */
export interface Ministack {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts MiniStack on a free port of this machine, with nothing in it.
 *
 * @throws Error with what it printed when it does not answer
 */
export async function startMinistack(): Promise<Ministack> {
  const python = await pythonWith("ministack", REQUIREMENTS);
  const port = await freePort();
  const { child, output, stop } = startWatched([python, "-m", "ministack"], {
    ...process.env,
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: `${port}`,
    SERVICES: "events,sqs,ses",
    LOG_LEVEL: "WARNING",
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${endpoint}/_ministack/health`).catch(() => null);
    if (answer?.ok) return { endpoint, stop };
    await setTimeout(100);
  }
  await stop();
  throw new Error(`MiniStack did not start:\n${output()}`);
}
