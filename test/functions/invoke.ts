import { spawn } from "node:child_process";
import { once } from "node:events";

/** What came of running a function. */
export interface Invoked {
  /** What each invocation gave, or the message of its error. */
  readonly results: readonly unknown[];
  /** What it logged. */
  readonly output: string;
}

/** A program that imports a function as Lambda does, and invokes it with each event that it is told. */
const programOf = (module: string) => `
  const { handler } = await import(${JSON.stringify(module)});
  const context = { awsRequestId: "request-1", functionName: "tagledger", getRemainingTimeInMillis: () => 300_000 };
  process.once("message", async (events) => {
    const results = [];
    for (const event of events) {
      results.push(await handler(event, context).catch((error) => ({ error: error.message })));
    }
    process.send({ results }, () => process.disconnect());
  });
`;

/** Runs a bundled function in a new process, with this environment alone: one event after another. */
export async function invoke(
  module: string,
  events: readonly unknown[],
  env: Readonly<Record<string, string>>,
): Promise<Invoked> {
  const words = ["--input-type=module", "--eval", programOf(module)];
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (output += data));
  const closed = once(child, "close");
  const unanswered = closed.then(() => {
    throw new Error(`${module} did not answer:\n${output}`);
  });
  child.send([...events]);
  const [answer] = await Promise.race([once(child, "message"), unanswered]);
  await closed;
  unanswered.catch(() => {});
  return { ...(answer as Omit<Invoked, "output">), output };
}
