import { beforeEach, describe, expect, test } from "vitest";
import { storedNeeds } from "../bills/stored-needs.ts";
import { cellsOf, type DayLine } from "../bills/testing/cells.ts";
import { makeContents, makeVersion } from "../bills/testing/make-version.ts";
import type { BillVersion, VersionContents } from "../bills/version.ts";
import type { Config } from "../config/definition.ts";
import { formatAmount } from "../costs/money.ts";
import { configOf } from "../costs/testing/attribution.ts";
import type { BillEngine, CellBill, CellStore } from "../ports/ingestion.ts";
import type { BillContent } from "../ports.ts";
import { diffVersions } from "./diff-versions.ts";

const CONFIG = configOf(`
dimensions: { team: t }
tags: { t: { values: [vision, nlp] } }
policies: { tax: follow }`);

const EC2 = { account: "1", service: "AmazonEC2" };
const BEFORE: DayLine[] = [
  { ...EC2, tags: { t: "vision" }, amount: "10", billed: "8" },
  { ...EC2, amount: "10", billed: "8" },
  { ...EC2, lineItemType: "Tax", amount: "2", billed: "2" },
];
const AFTER: DayLine[] = [
  { ...EC2, tags: { t: "vision" }, amount: "10", billed: "8" },
  { ...EC2, tags: { t: "nlp" }, amount: "10.5", billed: "8" },
  { ...EC2, lineItemType: "Tax", amount: "2", billed: "2" },
];

let opened: string[];
beforeEach(() => {
  opened = [];
});

/** Versions whose cells are kept at the place that is their id. */
function portsOf(
  bills: Readonly<Record<string, readonly DayLine[]>>,
  versions: readonly BillVersion[],
  made: Config,
) {
  const cells: Pick<CellStore, "open"> = {
    open: async (place) => {
      opened.push(place);
      return { files: [place], close: async () => void opened.splice(opened.indexOf(place), 1) };
    },
  };
  const engine: Pick<BillEngine, "open"> = {
    open: async ([place = ""], basis): Promise<CellBill> => {
      opened.push(`bill ${place}`);
      const bill = cellsOf(made, bills[place] ?? []);
      const groups = bill.groups(basis === "billed" ? "billed" : "effective");
      const contents = groups.map((group): BillContent => {
        return { ...group, period: "2026-09", currency: "USD" };
      });
      return {
        sources: [],
        contents,
        combinations: bill.combinations,
        days: bill.days,
        async *charges() {
          yield groups;
        },
        close: async () => void opened.splice(opened.indexOf(`bill ${place}`), 1),
      };
    },
  };
  const records = { versions: async (period: string) => versions.filter((each) => each.period === period) };
  return { cells, engine, records, hash: { sha256: () => "0" } };
}

function version(id: string, sequence: number, contents: Partial<VersionContents> | null = {}): BillVersion {
  const made =
    contents === null ? null : makeContents({ cells: id, needs: storedNeeds(CONFIG), ...contents });
  return makeVersion({ id, sequence, contents: made });
}

function diff(versions: readonly BillVersion[], given: Partial<Parameters<typeof diffVersions>[1]> = {}) {
  const bills = { aaaa: BEFORE, bbbb: AFTER };
  const request = {
    config: CONFIG,
    period: "2026-09",
    before: "1",
    after: "2",
    basis: "effective",
    ...given,
  } as const;
  return diffVersions(portsOf(bills, versions, CONFIG), request);
}

describe("the difference of two versions", () => {
  test("is told for whom and why, each version read from its own cells, which are closed then", async () => {
    const { difference, before, after, ...about } = await diff([version("aaaa", 1), version("bbbb", 2)]);
    expect(about).toEqual({ period: "2026-09", basis: "effective", currency: "USD" });
    expect([before.id, after.id, before.lines]).toEqual(["aaaa", "bbbb", 1]);
    const causes = difference.changes.map(({ holder, causes: all }) => [
      "name" in holder ? holder.name : holder.kind,
      ...all.map(({ kind, lineItemType, amount }) => `${kind} ${formatAmount(amount)} ${lineItemType}`),
    ]);
    expect(causes).toEqual([
      ["nlp", "retagged 10 Usage", "retagged 1 tax", "restated 0.5 Usage", "retagged 0.02 tax"],
      ["vision", "retagged -0.02 tax"],
      ["unallocated", "retagged -10 Usage", "retagged -1 tax"],
    ]);
    expect(opened).toEqual([]);
  });

  test("is told on another basis", async () => {
    const { difference } = await diff([version("aaaa", 1), version("bbbb", 2)], { basis: "billed" });
    expect(difference.delta).toBe(0n);
    expect(difference.changes).toHaveLength(2);
  });

  test("of a version to itself is nothing", async () => {
    const { difference } = await diff([version("aaaa", 1)], { after: "aaaa" });
    expect(difference).toMatchObject({ delta: 0n, changes: [] });
  });

  test.each<[string, Partial<VersionContents> | null, string]>([
    ["that was not read", null, "version 2 (bbbb) was not read: it is published"],
    ["whose cells were removed", { cells: null }, "version 2 (bbbb) is not kept any more"],
    ["that lacks the basis", { bases: ["billed"] }, "holds no effective cost, only billed"],
    ["in another currency", { currency: "EUR" }, "one version is in USD and the other in EUR"],
    [
      "that does not tell apart what the rules ask for",
      { needs: { ...storedNeeds(CONFIG), tagKeys: [] } },
      "does not tell the tag t, which the configuration asks for: ingest it again",
    ],
  ])("is refused for one %s", async (_, contents, message) => {
    await expect(diff([version("aaaa", 1), version("bbbb", 2, contents)])).rejects.toThrow(message);
    expect(opened).toEqual([]);
  });

  describe("of two exports", () => {
    const of = (name: string, ...payers: string[]) => {
      const [id, sequence] = name === "ml" ? (["aaaa", 1] as const) : (["bbbb", 2] as const);
      return { ...version(id, sequence, { payers }), export: name };
    };

    test("that different accounts pay is refused, as it would look as if all had changed hands", async () => {
      await expect(diff([of("ml", "1"), of("research", "2", "3")])).rejects.toMatchObject({
        code: "bad-input",
        message:
          "version 1 (aaaa) of ml is paid by 1, and version 2 (bbbb) of research by 2, 3: bills of different payers are not compared",
        fields: { versions: ["aaaa", "bbbb"], exports: ["ml", "research"], payers: ["1", "2", "3"] },
      });
      expect(opened).toEqual([]);
    });

    test("is told where a payer is common, or one of them names none", async () => {
      for (const others of [["1", "2"], []]) {
        const { difference } = await diff([of("ml", "1"), of("research", ...others)]);
        expect(difference.changes).toHaveLength(3);
      }
    });
  });

  test("is refused for versions that there are not, in this period", async () => {
    const versions = [version("aaaa", 1)];
    await expect(diff(versions)).rejects.toThrow(
      "2: there is no such version of 2026-09; there are 1 (aaaa)",
    );
    await expect(diff(versions, { period: "2026-08" })).rejects.toThrow("version of 2026-08; there are none");
    await expect(diff(versions, { period: "August" })).rejects.toThrow('"August" is not a billing period');
  });
});
