import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { bareGroupBy, generateBill } from "./bills/generate.ts";
import { stageBill } from "./bills/stage.ts";

/** Lines of the bill; others with `BENCH_LINES=50000000 npm run bench`. */
const LINES = Number(process.env.BENCH_LINES ?? 10_000_000);
const ROUNDS = 5;
const TIME = { timeout: 3_600_000 };

const folder = mkdtempSync(join(tmpdir(), "tagledger-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const flat = await generateBill(folder, "flat", LINES, {
  amounts: "DOUBLE",
  tags: "columns",
  lines: "typical",
});
const decimal = await generateBill(folder, "decimal", LINES, {
  amounts: "DECIMAL(18,9)",
  tags: "columns",
  lines: "typical",
});
const database = await (await DuckDBInstance.create(":memory:")).connect();

const bare = (files: readonly string[]) => async () => {
  await database.run(`CREATE OR REPLACE TEMP TABLE bare AS ${bareGroupBy(files)}`);
};
const whole = (files: readonly string[]) => async () => {
  const staged = await stageBill(files);
  expect(staged.lines).toBe(LINES);
  await staged.discard();
};

/** The median ratio of two ways, each run after the other again and again, so that a busy machine slows both. */
async function ratio(name: string, one: () => Promise<void>, other: () => Promise<void>): Promise<number> {
  const seconds = async (run: () => Promise<void>) => {
    const start = performance.now();
    await run();
    return (performance.now() - start) / 1000;
  };
  await other();
  const rounds: { one: number; other: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ one: await seconds(one), other: await seconds(other) });
  }
  const median = (numbers: number[]) =>
    numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const found = median(rounds.map((round) => round.one / round.other));
  const times = [median(rounds.map((round) => round.one)), median(rounds.map((round) => round.other))];
  console.log(`${name}: ${found.toFixed(2)} (${times.map((each) => `${each.toFixed(2)} s`).join(" to ")})`);
  return found;
}

/** The memory that staging takes in a process of its own, in megabytes. */
function memoryOf(files: readonly string[], threads: string): number {
  const program = join(import.meta.dirname, "bills/stage-program.ts");
  const told: unknown = JSON.parse(
    execFileSync(process.execPath, ["--no-warnings", program, threads, ...files], { encoding: "utf8" }),
  );
  if (typeof told !== "object" || told === null || !("megabytes" in told))
    throw new Error("nothing was told");
  return Number(told.megabytes);
}

test(`a bill of ${LINES.toLocaleString("en")} lines is taken in`, TIME, async () => {
  await ratio("whole ingestion, to a bare GROUP BY in doubles (doubles)", whole(flat), bare(flat));
  await ratio("whole ingestion, to a bare GROUP BY in decimals (decimals)", whole(decimal), bare(decimal));
});

test("tags in columns are read quicker than tags in a map", TIME, async () => {
  const map = await generateBill(folder, "map", LINES, { amounts: "DOUBLE", tags: "map", lines: "typical" });
  await ratio("tags in columns, to tags in a map", whole(flat), whole(map));
});

test("memory does not grow with the bill", TIME, async () => {
  const few = flat.slice(0, Math.max(1, Math.round(flat.length / 5)));
  const [fifth, all] = [memoryOf(few, "all"), memoryOf(flat, "all")];
  console.log(`memory: ${Math.round(fifth)} MB for a fifth of the lines, ${Math.round(all)} MB for all`);
  const adversarial = await generateBill(folder, "adversarial", LINES / 2, {
    amounts: "DOUBLE",
    tags: "columns",
    lines: "adversarial",
  });
  console.log(
    `memory with a group for each line, on one thread: ${Math.round(memoryOf(adversarial, "1"))} MB`,
  );
});
