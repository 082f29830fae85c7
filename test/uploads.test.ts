import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { uploadedUsage } from "@tagledger/adapters/usage/uploaded/source";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { gatherUsage } from "@tagledger/core/flows/gather-usage";
import { uploadUsage } from "@tagledger/core/flows/upload-usage";
import { withdrawUpload } from "@tagledger/core/flows/withdraw-upload";
import { beforeEach, describe, expect, test } from "vitest";

const POOLS = `[{ name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 } }, { name: logs, match: { service: AmazonCloudWatch }, method: even }]`;
const CONFIG = configOf(`
teams: { vision: { aliases: [{ name: cv }] }, ranking: {} }
pools: ${POOLS}
`);
const HEADER = "start,end,pool,team,metric,quantity";
const NOW = Date.UTC(2026, 9, 2);
const VISION = "2026-09-01,2026-09-02,gpu,vision,gpu-hours,10.000000000000000000000001";
const RANKING = "2026-09-01,2026-09-02,gpu,ranking,gpu-hours,5";

let { uploads } = memoryStores();
beforeEach(() => {
  ({ uploads } = memoryStores());
});

function upload(rows: readonly string[], name = "gpu.csv", now = NOW) {
  const ports = { uploads, text: handedInText(), hash: nodeHash };
  return uploadUsage(ports, CONFIG, { name, text: [HEADER, ...rows, ""].join("\n"), by: "ann", now });
}

async function gathered(period: string, config = CONFIG) {
  const source = uploadedUsage({ uploads, pools: config.pools });
  const read = await gatherUsage([source], { config, period: parsePeriod(period), now: NOW });
  const rows = read.rows.map(({ team, quantity, place }) => [team, formatAmount(quantity), place]);
  return { ...read, rows };
}

describe("an upload", () => {
  test("is read when its month is divided, with all its digits and where each row stands", async () => {
    const { upload: kept, outcome } = await upload([VISION, RANKING.replace("ranking", "cv")]);
    expect([outcome, kept]).toEqual([
      "kept",
      expect.objectContaining({ name: "gpu.csv", by: "ann", rows: 2, periods: ["2026-09"], revision: 1 }),
    ]);
    const { rows, coverage, sources } = await gathered("2026-09");
    expect(rows).toEqual([
      ["vision", "10.000000000000000000000001", "uploaded gpu.csv:2"],
      ["vision", "5", "uploaded gpu.csv:3"],
    ]);
    expect(coverage).toEqual([{ pool: "gpu", metric: "gpu-hours", hours: 24, of: 720 }]);
    expect(sources).toEqual([{ name: "uploaded", rows: 2, coverage, notes: [], problem: null }]);
  });

  test("is read for the months after its own, on which a pool may fall back, and not for those before", async () => {
    await upload([VISION]);
    expect((await gathered("2026-10")).rows).toHaveLength(1);
    expect((await gathered("2027-09")).rows).toHaveLength(1);
    expect((await gathered("2027-10")).rows).toEqual([]);
    expect((await gathered("2026-08")).rows).toEqual([]);
  });

  test("again changes nothing", async () => {
    const first = await upload([VISION]);
    expect(await upload([VISION], "gpu.csv", NOW + 1)).toEqual({ ...first, outcome: "again" });
    expect(await uploads.list()).toEqual([first.upload]);
  });

  test("replaces the older one of its name, and says what that was", async () => {
    const first = await upload([VISION]);
    const { upload: kept, outcome } = await upload([RANKING], "gpu.csv", NOW + 1);
    const { hash, by, at, rows } = first.upload;
    expect([outcome, kept.revision, kept.replaced]).toEqual(["replaced", 2, [{ hash, by, at, rows }]]);
    expect((await gathered("2026-09")).rows.map(([team]) => team)).toEqual(["ranking"]);
  });

  test("is not read once it is withdrawn, until it is uploaded again", async () => {
    await upload([VISION]);
    await withdrawUpload(uploads, { name: "gpu.csv", by: "bob", now: NOW + 1 });
    expect((await gathered("2026-09")).rows).toEqual([]);
    expect((await upload([VISION], "gpu.csv", NOW + 2)).outcome).toBe("kept");
    expect((await gathered("2026-09")).rows).toHaveLength(1);
    await expect(withdrawUpload(uploads, { name: "b.csv", by: "bob", now: NOW })).rejects.toThrow("nothing");
  });

  test("is withdrawn once where that is asked twice at once", async () => {
    await upload([VISION]);
    const withdraw = (by: string) => withdrawUpload(uploads, { name: "gpu.csv", by, now: NOW + 1 });
    const [one, other] = await Promise.all([withdraw("bob"), withdraw("carl")]);
    expect(one).toMatchObject({ revision: 2, withdrawn: { at: NOW + 1 } });
    expect(other).toEqual(one);
    expect(await uploads.list()).toEqual([one]);
  });

  test("is not withdrawn in the same moment as it is replaced", async () => {
    await upload([VISION]);
    const replacedMeanwhile = {
      ...uploads,
      withdraw: async (...asked: Parameters<typeof uploads.withdraw>) => {
        await upload([RANKING], "gpu.csv", NOW + 1);
        return uploads.withdraw(...asked);
      },
    };
    await expect(
      withdrawUpload(replacedMeanwhile, { name: "gpu.csv", by: "bob", now: NOW + 2 }),
    ).rejects.toMatchObject({
      code: "outside-failure",
      message: "gpu.csv: somebody else changes it right now",
    });
    expect(await uploads.list()).toMatchObject([{ revision: 2, withdrawn: null }]);
  });

  test("of JSON without an ending is read as what it is", async () => {
    const row = { start: "2026-09-01", end: "2026-09-02", pool: "gpu", team: "vision", metric: "gpu-hours" };
    const ports = { uploads, text: handedInText(), hash: nodeHash };
    const text = JSON.stringify([{ ...row, quantity: 1.5 }]);
    await uploadUsage(ports, CONFIG, { name: "september", text, by: "ann", now: NOW });
    expect((await gathered("2026-09")).rows).toEqual([["vision", "1.5", "uploaded september:1"]]);
  });

  test.each([
    ["2026-09-01,2026-09-02,gpu,visoin,gpu-hours,1", 'gpu.csv:3: there is no team "visoin": did you mean'],
    ["2026-09-01,2026-09-02,gpus,vision,gpu-hours,1", 'gpu.csv:3: there is no pool "gpus"'],
    ["2026-09-01,2026-09-02,logs,vision,gpu-hours,1", 'gpu.csv:3: the pool "logs" is not divided by usage'],
    ["2026-09-01,2026-09-02,gpu,vision,gpu-hour,1", 'gpu.csv:3: the pool "gpu" has no metric "gpu-hour"'],
    ["2026-09-01,2026-09-02,gpu,vision,gpu-hours,1e", "gpu.csv:3: the quantity"],
    ["2026-09-01,2026-09-02,gpu,vision,gpu-hours,-1", "gpu.csv:3: the quantity is negative"],
    ["2026-09-02,2026-09-02,gpu,vision,gpu-hours,1", "gpu.csv:3: the end is not after the start"],
    ["2020-09-01,2026-09-02,gpu,vision,gpu-hours,1", "gpu.csv:3: a row of more than a year"],
    ["2026-09-31,2026-10-02,gpu,vision,gpu-hours,1", 'gpu.csv:3: the start "2026-09-31"'],
  ])(
    "with a row that is wrong is refused with its line, and nothing of it is kept: %s",
    async (row, words) => {
      await expect(upload([VISION, row])).rejects.toThrow(words);
      expect(await uploads.list()).toEqual([]);
    },
  );

  test("with a row that is wrong leaves what it would have replaced", async () => {
    const { upload: first } = await upload([VISION]);
    await expect(upload([RANKING, `${RANKING}x`])).rejects.toThrow("gpu.csv:3");
    expect(await uploads.list()).toEqual([first]);
  });

  test("without a row, or under no name, is refused", async () => {
    await expect(upload([])).rejects.toThrow("no row");
    for (const name of ["", " ", "a/b.csv", "a\\b.csv", "a\nb.csv", "x".repeat(256)])
      await expect(upload([VISION], name)).rejects.toThrow("is no name for an upload");
  });

  test("of use that stands in another upload is refused, as it would count twice", async () => {
    await upload([VISION]);
    const again = VISION.replace("vision", "cv").replace("10.000000000000000000000001", "11");
    await expect(upload([RANKING, again], "other.csv")).rejects.toThrow(
      "other.csv:3: this use stands in gpu.csv:2 already",
    );
    expect((await upload([RANKING], "other.csv")).outcome).toBe("kept");
  });

  test("whose pool there is no more holds nothing up, and is told", async () => {
    await upload([VISION]);
    const config = configOf(`
teams: { vision: {}, ranking: {} }
pools: ${POOLS.replace("gpu,", "machines,")}
`);
    const { rows, sources } = await gathered("2026-09", config);
    expect([rows, sources[0]?.notes]).toEqual([
      [],
      ["gpu.csv: 1 rows are left out, as their pools are not divided by usage any more: gpu"],
    ]);
  });

  test("of a team that there is no more counts as use by nobody who is known", async () => {
    await upload([VISION]);
    const config = configOf(`
teams: { ranking: {} }
pools: ${POOLS}
`);
    expect((await gathered("2026-09", config)).rows.map(([team]) => team)).toEqual(["unowned:vision"]);
  });
});
