import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HolderMonth } from "@tagledger/core/bills/day";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCharges, PERIOD } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { Faults, Killed } from "../bills/faults.ts";
import { makeLaptops, openLaptop } from "./laptop.ts";

const { folders, newLaptop } = makeLaptops();

const [DAY, AT] = [86_400_000, Date.UTC(2026, 8, 2)];
const SMALL = 150;

function deliver(folder: string, seed: number): Promise<string> {
  return deliverCur2(folder, makeCharges(SMALL, seed), { run: `run-${seed}`, at: AT + seed * DAY });
}

/** A laptop that read the first version, and where the second is delivered. */
let first: string;
let second: string;
let before: HolderMonth[];
let after: HolderMonth[];

beforeAll(async () => {
  first = folders.make();
  second = folders.make();
  await deliver(second, 2);
  const laptop = await openLaptop(first);
  await laptop.take(await deliver(first, 1));
  before = await laptop.read();
  await laptop.close();
  const done = await openLaptop(folders.make(first));
  await done.take(second);
  after = await done.read();
  await done.close();
  expect(after).not.toEqual(before);
});

describe("taking in a restatement", () => {
  test.each(["before", "after"] as const)(
    "may be killed %s any call: what is read stays whole, and the next try ends right",
    async (when) => {
      const counted = new Faults();
      await (await newLaptop(first)).take(second, { faults: counted });
      expect(counted.calls).toBeGreaterThan(15);
      for (let call = 0; call < counted.calls; call++) {
        const laptop = await newLaptop(first);
        await expect(laptop.take(second, { faults: new Faults({ call, when }) })).rejects.toThrow(Killed);
        expect([before, after], `killed ${when} call ${call}`).toContainEqual(await laptop.read());
        const again = await laptop.take(second);
        expect(again.map(({ outcome }) => outcome)).toEqual([expect.stringMatching(/^(published|again)$/)]);
        expect(await laptop.read()).toEqual(after);
        const versions = await laptop.ports.records.versions(PERIOD);
        expect(versions.map(({ status }) => status)).toEqual(["superseded", "published"]);
        await laptop.close();
      }
    },
  );

  test("by several at once ends with the newest, whoever is quicker", async () => {
    const [older, newest] = [folders.make(), folders.make()];
    await deliver(older, 3);
    await deliver(newest, 4);
    const [one, two, three] = [await newLaptop(first), await newLaptop(), await newLaptop()];
    // Several processes on one ledger.
    Object.assign(two, await openLaptop(one.folder));
    Object.assign(three, await openLaptop(one.folder));
    await Promise.all([one.take(second), two.take(newest), three.take(older), two.take(newest)]);
    const fresh = await newLaptop();
    await fresh.take(newest);
    expect(await one.read()).toEqual(await fresh.read());
    const { pointers } = await one.ports.records.period(PERIOD);
    expect(pointers.cur2?.deliveredAt).toBe(AT + 4 * DAY);
  });
});

test("cells of a version before stay where somebody reads it again while they are removed", async () => {
  const rules = `${RULES}retention: { billVersions: 1 }\n`;
  const laptop = await newLaptop();
  await laptop.take(await deliver(laptop.folder, 1), { rules });
  const { records } = laptop.ports;
  const state = await records.period(PERIOD);
  const removing: typeof records = {
    ...records,
    async transact(writes) {
      const isRemoval = writes.some(
        (write) => write.kind === "version" && write.version.contents?.cells === null,
      );
      if (isRemoval) {
        const now = await records.period(PERIOD);
        await records.transact([
          { kind: "period", state: { ...now, pointers: state.pointers }, revision: now.revision },
        ]);
      }
      return records.transact(writes);
    },
  };
  Object.assign(laptop.ports, { records: removing });
  await laptop.take(await deliver(laptop.folder, 2), { rules });
  const [first] = await records.versions(PERIOD);
  expect((await laptop.ports.cells.open(first?.contents?.cells ?? "")).files).not.toEqual([]);
});

describe("a delivery that is not as it should be leaves what is read as it is, and is taken in when it is", () => {
  const part = (folder: string) =>
    join(folder, "exports/cur2/data/BILLING_PERIOD=2026-09/cur2-00002.snappy.parquet");
  const manifest = (folder: string) =>
    join(folder, "exports/cur2/metadata/BILLING_PERIOD=2026-09/cur2-Manifest.json");

  const wrongs: readonly (readonly [what: string, spoil: (folder: string) => void, says: RegExp])[] = [
    ["a part that is missing", (folder) => rmSync(part(folder)), /Manifest\.json.*cur2-00002.*not there/],
    [
      "a part that is cut off",
      (folder) => truncateSync(part(folder), 1000),
      /cur2-00002.*cut off or damaged/,
    ],
    ["a part that is empty", (folder) => truncateSync(part(folder), 0), /cur2-00002.*empty/],
    [
      "a manifest that is cut off",
      (folder) => truncateSync(manifest(folder), 50),
      /Manifest\.json.*not valid JSON/,
    ],
    [
      "a manifest that lists nothing",
      (folder) =>
        writeFileSync(
          manifest(folder),
          readFileSync(manifest(folder), "utf8").replace(/"dataFiles":\[[^\]]*\]/, '"dataFiles":[]'),
        ),
      /Manifest\.json/,
    ],
    [
      "a part twice",
      (folder) => writeFileSync(part(folder), readFileSync(part(folder).replace("00002", "00001"))),
      /line\d+n?.*(twice|more than once|also)|same/,
    ],
  ];

  test.each(wrongs)("%s", async (_, spoil, says) => {
    const [laptop, folder] = [await newLaptop(first), folders.make(second)];
    spoil(folder);
    let said = "";
    try {
      const [taken] = await laptop.take(folder);
      expect(taken?.outcome).toBe("refused");
      said = taken?.reason ?? "";
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(says);
    expect(await laptop.read()).toEqual(before);
    expect((await laptop.take(second))[0]?.outcome).toBe("published");
    expect(await laptop.read()).toEqual(after);
  });

  test("a part that is replaced while it is read", async () => {
    const [laptop, folder] = [await newLaptop(first), folders.make(second)];
    const { engine } = laptop.ports;
    const stage: typeof engine.stage = async (...given) => {
      const staged = await engine.stage(...given);
      writeFileSync(part(folder), readFileSync(part(folder)));
      return staged;
    };
    Object.assign(laptop.ports, { engine: { stage, open: engine.open } });
    await expect(laptop.take(folder)).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining("replaced while the bill was read"),
    });
    expect(await laptop.read()).toEqual(before);
    Object.assign(laptop.ports, { engine });
    expect((await laptop.take(folder))[0]?.outcome).toBe("published");
    expect(await laptop.read()).toEqual(after);
  });
});

test("a manifest that cannot be read keeps no other bill from being taken in, and is named in the end", async () => {
  const [laptop, folder] = [await newLaptop(), folders.make(second)];
  const broken = join(folder, "exports/other/metadata/BILLING_PERIOD=2026-08/other-Manifest.json");
  mkdirSync(dirname(broken), { recursive: true });
  writeFileSync(broken, "{");
  await expect(laptop.take(folder)).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining(broken),
  });
  const fresh = await newLaptop();
  await fresh.take(second);
  expect(await laptop.read()).toEqual(await fresh.read());
});

test("manifests that cannot be read are all named, whether there is another bill beside them or not", async () => {
  const [laptop, folder] = [await newLaptop(), folders.make()];
  const broken = ["2026-07", "2026-08"].map((period) =>
    join(folder, `exports/other/metadata/BILLING_PERIOD=${period}/other-Manifest.json`),
  );
  for (const manifest of broken) {
    mkdirSync(dirname(manifest), { recursive: true });
    writeFileSync(manifest, "{");
  }
  const told = async () => {
    const failed = await laptop.take(folder).catch((error: Error) => error);
    return String(failed)
      .split("\n")
      .map((line) => broken.findIndex((manifest) => line.includes(manifest)))
      .sort();
  };
  expect(await told()).toEqual([0, 1]);
  cpSync(second, folder, { recursive: true });
  expect(await told()).toEqual([0, 1]);
  expect(await laptop.read()).not.toEqual([]);
});

test("days that do not come to what the bill does are never read", async () => {
  const laptop = await newLaptop(first);
  const { engine } = laptop.ports;
  const open: typeof engine.open = async (...given) => {
    const bill = await engine.open(...given);
    return {
      ...bill,
      async *days(placed) {
        for await (const rows of bill.days(placed)) yield rows.slice(1);
      },
    };
  };
  Object.assign(laptop.ports, { engine: { stage: engine.stage, open } });
  await expect(laptop.take(second)).rejects.toMatchObject({
    code: "outside-failure",
    message: expect.stringMatching(/the days come to .* and the bill to .* on \w+ cost/),
  });
  expect(await laptop.read()).toEqual(before);
  Object.assign(laptop.ports, { engine });
  expect((await laptop.take(second))[0]?.outcome).toBe("published");
  expect(await laptop.read()).toEqual(after);
});
