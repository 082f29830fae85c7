import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { s3Fetcher } from "@tagledger/adapters/deliveries/s3-fetcher";
import { startTestBucket } from "@tagledger/adapters/deliveries/testing/bucket";
import { exactSum } from "@tagledger/adapters/duckdb/staging/sums";
import { afterAll, expect, test } from "vitest";
import { compare } from "./bills/compare.ts";
import { deliverGenerated, type GeneratedDelivery, someOf } from "./bills/deliver-generated.ts";
import { type Adding, bareGroupBy, generateBill } from "./bills/generate.ts";
import { generateFocus } from "./bills/generate-focus.ts";
import { stageBill, stageParts } from "./bills/stage.ts";
import { takeDelivery } from "./bills/take.ts";

/** Lines of the bill; others with `BENCH_LINES=50000000 npm run bench`. */
const LINES = Number(process.env.BENCH_LINES ?? 10_000_000);
const LINES_OF_OWN_GROUP = Math.max(LINES / 5, 2_000_000);
const TIME = { timeout: 3_600_000 };

const folder = mkdtempSync(join(tmpdir(), "tagledger-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

const flat = await deliverGenerated(folder, "flat", LINES, {
  amounts: "DOUBLE",
  tags: "columns",
  lines: "typical",
});
const decimal = await deliverGenerated(folder, "decimal", LINES, {
  amounts: "DECIMAL(18,9)",
  tags: "columns",
  lines: "typical",
});
// What is still being written to the disk would slow whatever comes first.
execFileSync("sync");
const database = await (await DuckDBInstance.create(":memory:")).connect();

const bare =
  ({ files }: GeneratedDelivery, adding?: (column: string) => Adding) =>
  () =>
    database.run(`CREATE OR REPLACE TEMP TABLE bare AS ${bareGroupBy(files, adding)}`);
const whole =
  ({ manifest }: GeneratedDelivery) =>
  async () =>
    expect(await takeDelivery(manifest)).toBe(LINES);
const reading =
  ({ files }: Pick<GeneratedDelivery, "files">) =>
  async () => {
    const staged = await stageBill(files);
    expect(staged.lines).toBe(LINES);
    await staged.discard();
  };

/** The memory that a program takes in a process of its own, in megabytes. */
function memoryOf(program: string, ...given: readonly string[]): number {
  const path = join(import.meta.dirname, "bills", program);
  const told: unknown = JSON.parse(
    execFileSync(process.execPath, ["--no-warnings", path, ...given], { encoding: "utf8" }),
  );
  if (typeof told !== "object" || told === null || !("megabytes" in told))
    throw new Error("nothing was told");
  return Number(told.megabytes);
}

test(`a bill of ${LINES.toLocaleString("en")} lines is taken in`, TIME, async () => {
  const rounds = 5;
  for (const [name, bill] of Object.entries({ doubles: flat, decimals: decimal })) {
    const to = `to a bare GROUP BY in ${name}`;
    await compare({ name: `whole ingestion, ${to}`, one: whole(bill), other: bare(bill), rounds });
    await compare({ name: `reading alone, ${to}`, one: reading(bill), other: bare(bill), rounds });
  }
});

test("amounts are added up exactly", TIME, async () => {
  const rounds = 7;
  const exactly = (column: string) =>
    exactSum(
      { name: column, sql: column, type: "DOUBLE" },
      `sum_${column}`,
      { nulls: "none", small: true },
      10,
    );
  const inexactly = (column: string) => ({
    rows: [],
    short: [],
    sums: [`sum(CAST(${column} AS DOUBLE)) AS sum_${column}`],
  });
  const to = "to the same in doubles";
  await compare({
    name: `exact grouping of decimals, ${to}`,
    one: bare(decimal),
    other: bare(decimal, inexactly),
    rounds,
  });
  await compare({
    name: `exact grouping of doubles, ${to}`,
    one: bare(flat, exactly),
    other: bare(flat),
    rounds,
  });
});

test("tags in columns are read quicker than tags in a map", TIME, async () => {
  const map = await generateBill(folder, "map", LINES, { amounts: "DOUBLE", tags: "map", lines: "typical" });
  await compare({
    name: "tags in columns, to tags in a map",
    one: reading(flat),
    other: reading({ files: map }),
    rounds: 3,
  });
  for (const file of map) rmSync(file);
});

test("memory does not grow with the bill", TIME, async () => {
  const few = await someOf(flat, "few", 1 / 5);
  const [fifth, all] = [
    memoryOf("take-program.ts", few.manifest),
    memoryOf("take-program.ts", flat.manifest),
  ];
  const [some, read] = [
    memoryOf("stage-program.ts", "all", ...few.files),
    memoryOf("stage-program.ts", "all", ...flat.files),
  ];
  const ratio = (one: number, other: number) =>
    `${(one / other).toFixed(2)} (${Math.round(one)} MB to ${Math.round(other)} MB)`;
  console.log(`memory of whole ingestion, to that with a fifth of the lines: ${ratio(all, fifth)}`);
  console.log(`memory of reading alone, to that with a fifth of the lines: ${ratio(read, some)}`);
  const adversarial = await generateBill(folder, "adversarial", LINES_OF_OWN_GROUP, {
    amounts: "DOUBLE",
    tags: "columns",
    lines: "adversarial",
  });
  const most = memoryOf("stage-program.ts", "1", ...adversarial);
  console.log(
    `memory of reading with a group for each of ${LINES_OF_OWN_GROUP.toLocaleString("en")} lines, on one thread: ${Math.round(most)} MB`,
  );
});

test("of a wide bill in a bucket little is fetched", TIME, async () => {
  const file = readFileSync(await generateFocus(folder, 300_000));
  const bucket = await startTestBucket();
  try {
    const part = bucket.put("exports/focus-00001.snappy.parquet", file);
    const staged = await stageParts([part], { fetcher: s3Fetcher({ client: bucket.client }) });
    await staged.discard();
    console.log(
      `fetched of a wide FOCUS file of ${Math.round(file.length / 1e6)} MB: ${((100 * staged.bytes) / file.length).toFixed(0)} %`,
    );
  } finally {
    bucket.stop();
  }
});
