import { cpuUsage } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { storesIn } from "@tagledger/adapters/ledger/stores";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { remembering } from "@tagledger/api/remembered";
import { showMonth } from "@tagledger/core/flows/show-month";
import { factOf, MONTH_KEYS } from "@tagledger/core/reports/month/keys";
import { monthColumnar } from "@tagledger/core/reports/month/render/columnar";
import { monthJsonText } from "@tagledger/core/reports/month/render/json";
import { compareGroups } from "@tagledger/core/reports/rows";
import { detailText, readDetailText } from "@tagledger/core/snapshots/detail-text";
import { beforeAll, expect, test } from "vitest";
import { madeSnapshot, PERIOD, publishSnapshot } from "./contracts/snapshots/made.ts";
import { inTurn, madeDetail, teamCell } from "./contracts/snapshots/made-detail.ts";

const CELLS = 10_000;
/** How much longer an answer may take than to write and compress what it says. */
const AT_MOST = 1.3;
const ROUNDS = 25;

const VISION = { kind: "team", name: "vision" } as const;
/** Cells in their order, as what is kept has them. */
const cells = Array.from({ length: CELLS }, (_, index) => teamCell("vision", index))
  .map((cell) => ({ cell, order: MONTH_KEYS.map((key) => factOf(cell, key)) }))
  .sort((a, b) => compareGroups(a.order, b.order))
  .map(({ cell }) => cell);
const detail = readDetailText(detailText(madeDetail(VISION, cells)));

const stored = storesIn(memoryItems()).snapshots;
/** What a process reads the cells by: the first time out of what is stored, then as the API remembers them. */
const READ = { warm: remembering()(stored), cold: stored } as const;
const asked = {
  period: PERIOD,
  basis: "effective",
  teams: ["vision"],
  groupBy: MONTH_KEYS,
  where: {},
} as const;

const COMPRESS = {
  brotli: (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => gzipSync(text),
} as const;
const FORMS = { rows: monthJsonText, columns: monthColumnar } as const;

beforeAll(async () => {
  await stored.keepDetails("a", inTurn([detail]));
  await publishSnapshot(stored, madeSnapshot("a"));
});

async function answer(form: keyof typeof FORMS, read: keyof typeof READ = "warm"): Promise<string> {
  const month = await showMonth({ snapshots: { ...stored, ...READ[read] } }, asked);
  if (month === null) throw new Error("nothing was shown");
  return FORMS[form](month.report);
}

/** What something takes of the processor, in milliseconds: others use the machine as well. */
async function spent(act: () => unknown): Promise<number> {
  const before = cpuUsage();
  await act();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

test.each(["brotli", "gzip"] as const)("10,000 cells answered with %s", async (encoding) => {
  const compress = COMPRESS[encoding];
  const value: unknown = JSON.parse(await answer("rows"));
  let [plain, rows, columns, cold] = Array.from({ length: 4 }, () => Number.POSITIVE_INFINITY) as [
    number,
    number,
    number,
    number,
  ];
  for (let round = 0; round < ROUNDS; round++) {
    plain = Math.min(plain, await spent(() => compress(JSON.stringify(value))));
    rows = Math.min(rows, await spent(async () => compress(await answer("rows"))));
    columns = Math.min(columns, await spent(async () => compress(await answer("columns"))));
    cold = Math.min(cold, await spent(async () => compress(await answer("columns", "cold"))));
  }
  const [ofRows, ofColumns, ofCold] = [rows / plain, columns / plain, cold / plain];
  console.log(
    `${encoding}: ${plain.toFixed(1)} ms to write and compress; as rows ${ofRows.toFixed(2)}, as columns ${ofColumns.toFixed(2)} times that, read for the first time ${ofCold.toFixed(2)}`,
  );
  // Whoever asks for many cells takes Brotli; gzip is told of for those who do not.
  if (encoding === "gzip") return;
  expect(ofRows).toBeLessThanOrEqual(AT_MOST);
  expect(ofColumns).toBeLessThanOrEqual(AT_MOST);
});

test("10,000 cells handed out as they are stored", async () => {
  let [plain, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const text = detailText(detail);
  for (let round = 0; round < ROUNDS; round++) {
    plain = Math.min(plain, await spent(() => COMPRESS.brotli(text)));
    whole = Math.min(whole, await spent(() => stored.readDetailBytes("a", VISION)));
  }
  console.log(
    `stored bytes: ${whole.toFixed(2)} ms, ${(whole / plain).toFixed(3)} times the compression alone`,
  );
  expect(whole).toBeLessThan(plain);
});
