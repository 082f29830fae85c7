import { copyFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatAmount, parseAmount, sum } from "@tagledger/core/costs/money";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PartFetcher } from "../deliveries/fetcher.ts";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { curLine, focusLine, type Line, without } from "../testing/lines.ts";
import { deliveryOf, onDisk, stagedGroups, stageFiles, stageOptions, summed } from "../testing/staged.ts";
import { writeCsv, writeParquet, writeQuery } from "../testing/write.ts";
import { duckdbEngine } from "./engine.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const csv = (name: string, lines: readonly Line[]) => writeCsv(folder.at(name), lines);
const total = async (...paths: string[]) =>
  stageFiles(paths, async (staged, engine) => {
    const groups = await stagedGroups(staged, engine);
    return formatAmount(sum(groups.map(({ amount }) => amount)));
  });

describe("a delivered bill", () => {
  it("holds each line once: the same id and interval twice is refused, naming where", async () => {
    const line = curLine();
    const later = { ...line, identity_time_interval: "2026-09-02T04:00:00Z/2026-09-02T05:00:00Z" };
    const one = await csv("1.csv", [curLine(), line]);
    expect(await total(one, await csv("2.csv", [later]))).toBe("30");
    const error = {
      code: "bad-input",
      message: expect.stringMatching(
        /1\.csv: line 3 and .*3\.csv: line 2 are the same line: line-\d+ of 2026-09-02T03/,
      ),
    };
    await expect(total(one, await csv("3.csv", [line]))).rejects.toMatchObject(error);
    await expect(total(await csv("4.csv", [line, line]))).rejects.toMatchObject({ code: "bad-input" });
  });

  it("may hold lines without an id, and lines of containers with the ids of their parents", async () => {
    const line = curLine();
    const unnamed = { ...line, identity_line_item_id: "" };
    const pod = { ...line, line_item_operation: "EKSPod-EC2" };
    expect(await total(await csv("1.csv", [line, pod, unnamed, unnamed]))).toBe("30");
  });

  it("is refused where a column by which charges are placed stands in it under two spellings", async () => {
    const line = { ...curLine(), "lineItem/UsageAccountId": "222222222222" };
    for (const path of [await csv("1.csv", [line]), await writeParquet(folder.at("1.parquet"), [line])]) {
      await expect(total(path)).rejects.toMatchObject({
        code: "bad-input",
        message: expect.stringMatching(
          /several columns hold the same fact: line_item_usage_account_id and lineItem\/UsageAccountId/,
        ),
      });
    }
  });

  it("is read net of discounts for payers whose export says so in any part", async () => {
    const net = (cost: string, columns: Line = {}) =>
      curLine({ line_item_net_unblended_cost: cost, bill_payer_account_id: "1", ...columns });
    const discount = curLine({
      line_item_line_item_type: "EdpDiscount",
      line_item_unblended_cost: "-3",
      bill_payer_account_id: "1",
    });
    const other = { ...discount, identity_line_item_id: "other", bill_payer_account_id: "2" };
    const paths = [await csv("1.csv", [discount, other]), await csv("2.csv", [net("7")])];
    expect(await total(...paths)).toBe("4");
    const payers = await stageFiles(paths, async (staged) => staged.payers);
    expect(payers).toEqual(["1", "2"]);
  });

  it("is told by its place where an amount cannot be read, and where that stands", async () => {
    const lines = [curLine(), curLine({ line_item_unblended_cost: "NaN" })];
    const good = await writeParquet(folder.at("1.parquet"), [curLine()], {
      line_item_unblended_cost: "DOUBLE",
    });
    const bad = await writeParquet(folder.at("2.parquet"), lines, { line_item_unblended_cost: "DOUBLE" });
    const fetcher: PartFetcher = {
      fetch: async ({ place }, to) => {
        const path = join(to, basename(place));
        copyFileSync(folder.at(basename(place)), path);
        return { path, bytes: 7 };
      },
    };
    const places = [good, bad].map((path) => `s3://bucket/${basename(path)}`);
    await expect(stageFiles(places, async () => {}, { engine: { fetcher } })).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringMatching(/^s3:\/\/bucket\/2\.parquet: row 2: line_item_unblended_cost is "nan"/),
      fields: { file: "s3://bucket/2.parquet", column: "line_item_unblended_cost" },
    });
  });

  it("is read from the columns that were asked for, and no others", async () => {
    const lines = [focusLine({ x_Other: "1", RegionName: "Europe" }), focusLine({ EffectiveCost: "4" })];
    const whole = await writeParquet(folder.at("whole.parquet"), lines);
    const asked: string[] = [];
    const fetcher: PartFetcher = {
      fetch: async ({ place }, to, choose) => {
        const chosen = choose(Object.keys(lines[0] ?? {}));
        asked.push(...chosen);
        const path = join(to, "part.parquet");
        await writeQuery(path, `SELECT ${chosen.map((name) => `"${name}"`).join(", ")} FROM '${place}'`);
        return { path, bytes: statSync(path).size };
      },
    };
    const look = async (
      staged: Parameters<typeof stagedGroups>[0],
      engine: Parameters<typeof stagedGroups>[1],
    ) => summed(await stagedGroups(staged, engine));
    expect(await stageFiles([whole], look, { engine: { fetcher } })).toEqual(await stageFiles([whole], look));
    expect(asked).toContain("EffectiveCost");
    expect(asked).toContain("Tags");
    expect(asked).not.toContain("x_Other");
    expect(asked).not.toContain("RegionId");
    expect(asked).not.toContain("SkuId");
  });

  it("holds the bases that all its parts can be read on", async () => {
    const paths = [await csv("1.csv", [focusLine()]), await csv("2.csv", [without(focusLine(), "ListCost")])];
    const bases = await stageFiles(paths, async (staged) => staged.bases);
    expect([...bases].sort()).toEqual(["billed", "contracted", "effective"]);
    const lacking = await csv("3.csv", [without(focusLine(), "EffectiveCost")]);
    await expect(total(lacking)).rejects.toMatchObject({ message: expect.stringContaining("EffectiveCost") });
  });

  it("is refused where somebody named files that hold the same charges", async () => {
    const lines = Array.from({ length: 6 }, (_, index) => focusLine({ ResourceId: `i-${index}` }));
    const paths = [await csv("1.csv", lines), await csv("2.csv", lines)];
    const named = stageFiles(paths, async () => {}, { delivery: { manifest: null } });
    await expect(named).rejects.toMatchObject({ message: expect.stringContaining("hold the same charges") });
  });
});

describe("staging", () => {
  const costs = ["1", "2.5", "4"];
  const parts = () =>
    Promise.all(
      costs.map((cost, index) => csv(`${index}.csv`, [curLine({ line_item_unblended_cost: cost })])),
    );

  it("goes on where it was broken off, and comes to the same", async () => {
    const paths = await parts();
    const root = folder.at("work");
    const broken: PartFetcher = {
      fetch: async (part, ...rest) => {
        if (part.place === paths[2]) throw new Error("the connection broke");
        return onDisk.fetch(part, ...rest);
      },
    };
    const delivery = deliveryOf(paths);
    const size = { rows: 1, groups: 1, listed: 0 };
    const first = duckdbEngine({ fetcher: broken, folder: root, size });
    await expect(first.stage(delivery, stageOptions())).rejects.toThrow("the connection broke");
    const [work = ""] = readdirSync(root);
    const kept = readdirSync(join(root, work)).filter((name) => name.startsWith("lines-"));
    expect(kept).toHaveLength(2);
    const written = kept.map((name) => statSync(join(root, work, name)).ino);
    const second = duckdbEngine({ fetcher: onDisk, folder: root, size });
    const staged = await second.stage(delivery, stageOptions());
    expect(kept.map((name) => statSync(join(root, work, name)).ino)).toEqual(written);
    expect(staged.totals[0]?.amounts.effective).toBe(parseAmount("7.5"));
    await staged.discard();
    expect(readdirSync(root)).toEqual([]);
  });

  it("leaves nothing behind where the bill is wrong, and tells nobody of other work", async () => {
    const root = folder.at("work");
    const engine = duckdbEngine({ fetcher: onDisk, folder: root });
    const wrong = deliveryOf([await csv("x.csv", [curLine({ line_item_unblended_cost: "ten" })])]);
    await expect(engine.stage(wrong, stageOptions())).rejects.toMatchObject({ code: "bad-input" });
    expect(readdirSync(root)).toEqual([]);
  });

  it("is read beside other work, which leaves it alone, and leaves nothing there", async () => {
    const staging = duckdbEngine({ fetcher: onDisk, folder: folder.at("staged") });
    const staged = await staging.stage(deliveryOf(await parts()), stageOptions());
    const root = folder.at("work");
    const engine = duckdbEngine({ fetcher: onDisk, folder: root });
    const bill = await engine.open(staged.files, "effective");
    const [database = ""] = readdirSync(root);
    expect(database).toMatch(/^tagledger-/);
    const other = await engine.stage(deliveryOf([await csv("other.csv", [curLine()])]), stageOptions());
    await other.discard();
    expect(readdirSync(root)).toEqual([database]);
    const asked = { period: "2026-09", currency: staged.currency, followers: [] };
    for await (const groups of bill.charges(asked)) expect(groups).not.toEqual([]);
    await bill.close();
    expect(readdirSync(root)).toEqual([]);
    await staged.discard();
  });

  it("says where there is no room", async () => {
    const full: PartFetcher = {
      fetch: async () => {
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      },
    };
    const engine = duckdbEngine({ fetcher: full, folder: folder.at("work") });
    await expect(engine.stage(deliveryOf(await parts()), stageOptions())).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringMatching(/work\/.*no room left on this disk \(\d+ MB free\)/),
    });
  });

  it("says how far it is, and how many bytes it fetched", async () => {
    const told: string[] = [];
    const tell = { progress: (message: string) => void told.push(message), note: () => {} };
    const fetcher: PartFetcher = { fetch: async ({ place }) => ({ path: place, bytes: 5 }) };
    const bytes = await stageFiles(await parts(), async (staged) => staged.bytes, {
      engine: { fetcher, tell },
    });
    expect(bytes).toBe(15);
    expect(told).toContain("fetching part 2 of 3 (1 bytes)");
    expect(told.some((message) => message.startsWith("reading part 3 of 3: "))).toBe(true);
  });

  it("is refused where it holds no lines of its month, be it without any part", async () => {
    const none = { code: "bad-input", message: "the delivery holds no lines of 2026-09" };
    await expect(stageFiles([], async () => {})).rejects.toMatchObject(none);
  });

  it("comes to the same on one thread as on several", async () => {
    const paths = await parts();
    const groups = (threads: number) =>
      stageFiles(paths, async (staged, engine) => summed(await stagedGroups(staged, engine)), {
        engine: { threads },
      });
    expect(await groups(1)).toEqual(await groups(3));
  });

  it("comes to the same in many parts as in one", async () => {
    const lines = Array.from({ length: 20 }, (_, at) => curLine({ line_item_unblended_cost: `${at}.5` }));
    const one = await writeParquet(folder.at("all.parquet"), lines);
    const many = await Promise.all(lines.map((line, at) => writeParquet(folder.at(`${at}.parquet`), [line])));
    expect(await total(one)).toBe("200");
    expect(await total(...many)).toBe("200");
  });

  it.each([1, 2])("is not fetched any further once it is refused, on %i threads", async (threads) => {
    // Found only where lines are grouped: what looks at parts meanwhile finds nothing wrong.
    const places = `0.${"1".repeat(25)}`;
    const wrong = await writeParquet(folder.at("wrong.parquet"), [
      curLine({ line_item_unblended_cost: places }),
    ]);
    const paths = [wrong, ...Array.from({ length: 50 }, () => wrong)];
    let begun = 0;
    const slow: PartFetcher = {
      fetch: async ({ place }) => {
        begun += 1;
        await setTimeout(100);
        return { path: place, bytes: 1 };
      },
    };
    const refused = stageFiles(paths, async () => {}, { engine: { fetcher: slow, threads } });
    await expect(refused).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining(places),
    });
    const before = begun;
    expect(before).toBeLessThan(paths.length);
    await setTimeout(250);
    expect(begun).toBe(before);
  });
});
