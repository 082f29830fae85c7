import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, test } from "vitest";
import { bundle, FUNCTIONS } from "./functions/bundle.ts";

const FOLDER = join(import.meta.dirname, "../node_modules/.cache/tagledger/functions-bench");
/** A process takes tens of milliseconds, and two cores do other things as well. */
const OFTEN = { iterations: 30, time: 0, warmupIterations: 3, warmupTime: 0 };

beforeAll(async () => {
  await bundle(FOLDER);
});

/** Runs a process to its end that does nothing but import something. */
function start(name?: string): void {
  const words = name === undefined ? ["--eval", ""] : [join(FOLDER, `${name}.mjs`)];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

test("the start of a function", async ({ bench }) => {
  await bench.compare(
    bench("an empty process", () => start()),
    ...FUNCTIONS.map((name) => bench(`${name}, imported`, () => start(name))),
    OFTEN,
  );
});
