import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { type MemoryCharge, memoryBills } from "@tagledger/adapters/memory/bills";
import { lineOfCharge } from "@tagledger/adapters/testing/charge-lines";
import { writeCsv } from "@tagledger/adapters/testing/write";
import { BASES, type Basis, type ChargeGroup } from "@tagledger/core/costs/charge";
import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import { OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import type { Bill, BillOptions, ChargeQuery } from "@tagledger/core/ports";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "contract-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** The ways to open charges as a bill. */
const WAYS = {
  memory: async (charges, options) => memoryBills(charges).open(["memory"], options),
  duckdb: async (charges, options) =>
    duckdbBills().open([await writeCsv(join(folder, "bill.csv"), charges.map(lineOfCharge))], options),
} satisfies Record<string, (charges: readonly MemoryCharge[], options: BillOptions) => Promise<Bill>>;
const NAMES = ["memory", "duckdb"] as const;

const START = Date.UTC(2026, 8, 2, 3);
const ALL = new Set(OPTIONAL_FACTS);

function charge(facts: Partial<MemoryCharge> = {}): MemoryCharge {
  return {
    period: "2026-09",
    currency: "USD",
    start: START,
    account: "444455556666",
    region: "eu-central-1",
    service: "AmazonEC2",
    serviceName: "Amazon Elastic Compute Cloud",
    usageType: "BoxUsage",
    lineItemType: "Usage",
    unusedCommitment: false,
    resource: "i-1",
    principal: "",
    invoice: "INV-1",
    issuer: "AWS",
    tags: { "ml-team": "vision" },
    amounts: amounts("9", "10"),
    ...facts,
  };
}

function amounts(effective: string, billed = effective): Record<Basis, bigint> {
  return {
    effective: parseAmount(effective),
    billed: parseAmount(billed),
    contracted: parseAmount("11"),
    list: parseAmount("12"),
  };
}

/** The charges of a bill, those with the same facts summed: a charge may be spread over several groups. */
async function chargesOf(
  name: keyof typeof WAYS,
  charges: readonly MemoryCharge[],
  { basis = "effective", ...needs }: Partial<BillOptions["needs"]> & { basis?: Basis } = {},
  query: Partial<ChargeQuery> = {},
): Promise<ChargeGroup[]> {
  const all = { facts: ALL, tagKeys: ["ml-team"], instants: [], ...needs };
  const bill = await WAYS[name](charges, { basis, needs: all });
  const merged = new Map<string, ChargeGroup>();
  try {
    for await (const groups of bill.charges({
      period: "2026-09",
      currency: "USD",
      followers: [],
      ...query,
    })) {
      for (const group of groups) {
        const { lines, amount, positive, billed, ...facts } = group;
        const key = JSON.stringify(Object.entries(facts).sort());
        const known = merged.get(key) ?? { ...facts, lines: 0, amount: 0n, positive: 0n, billed: 0n };
        merged.set(key, {
          ...facts,
          lines: known.lines + lines,
          amount: known.amount + amount,
          positive: known.positive + positive,
          billed: known.billed + billed,
        });
      }
    }
  } finally {
    await bill.close();
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

describe.each(NAMES)("bills in %s", (name) => {
  it("tell the commitment that covered a charge", async () => {
    const charges = [charge(), charge({ commitment: "Savings Plan" }), charge({ unusedCommitment: true })];
    const told = await chargesOf(name, charges);
    expect(told.map(({ commitment = "" }) => commitment).toSorted()).toEqual(["", "", "Savings Plan"]);
  });

  it("tell the facts of a charge, and its amount on the basis asked for", async () => {
    const { period, currency, start, tags, amounts: costs, ...facts } = charge();
    expect([period, currency, start]).toEqual(["2026-09", "USD", START]);
    for (const basis of BASES) {
      expect(await chargesOf(name, [charge()], { basis })).toEqual([
        {
          ...facts,
          tags: [tags["ml-team"]],
          epoch: 0,
          followed: false,
          lines: 1,
          amount: costs[basis],
          positive: costs[basis],
          billed: costs.billed,
        },
      ]);
    }
  });

  it("leave facts empty that nobody asked for", async () => {
    const [bare] = await chargesOf(name, [charge()], { facts: new Set() });
    expect(bare).toMatchObject({
      account: "",
      region: "",
      service: "",
      serviceName: "",
      usageType: "",
      resource: "",
    });
    expect(bare).toMatchObject({ lineItemType: "Usage", invoice: "INV-1", issuer: "AWS" });
    for (const fact of OPTIONAL_FACTS.filter((each) => each !== "principal")) {
      const [asked] = await chargesOf(name, [charge()], { facts: new Set([fact]) });
      expect(asked?.[fact]).toBe(charge()[fact]);
    }
  });

  it("tell the values of tags in the order of the keys asked for", async () => {
    const tags = { "user:ml-team": "vision", team: "", "ml-project": "faces", other: "x" };
    const [group] = await chargesOf(name, [charge({ tags })], {
      tagKeys: ["ml-project", "none", "ml-team", "team"],
    });
    expect(group?.tags).toEqual(["faces", "", "vision", ""]);
  });

  it("tell only charges of the period and the currency asked for", async () => {
    const charges = [
      charge({ amounts: amounts("1") }),
      charge({ amounts: amounts("2"), period: "2026-08" }),
      charge({ amounts: amounts("4"), currency: "EUR" }),
      charge({ amounts: amounts("8"), currency: "" }),
    ];
    const total = async (query: Partial<ChargeQuery>) =>
      (await chargesOf(name, charges, {}, query)).map(({ amount }) => formatAmount(amount));
    expect(await total({})).toEqual(["9"]);
    expect(await total({ period: "2026-08" })).toEqual(["2"]);
    expect(await total({ currency: "EUR" })).toEqual(["12"]);
    expect(await total({ period: "2026-07" })).toEqual([]);
  });

  it("count the instants that had come when a charge began", async () => {
    const hour = 3_600_000;
    const starts = [START - 1, START, START + hour - 1, START + hour];
    const charges = starts.map((start, index) => charge({ start, resource: `i-${index}` }));
    const groups = await chargesOf(name, charges, { instants: [START, START + hour] });
    expect(groups.map(({ resource, epoch }) => [resource, epoch]).sort()).toEqual([
      ["i-0", 0],
      ["i-1", 1],
      ["i-2", 1],
      ["i-3", 2],
    ]);
  });

  it("tell apart the resources that followers of this period and currency name", async () => {
    const credit = {
      lineItemType: "Credit",
      unusedCommitment: false,
      service: "AmazonEC2",
      serviceName: "Amazon EC2",
    };
    const charges = [
      charge({ ...credit, resource: "i-1" }),
      charge({ ...credit, resource: "" }),
      charge({ ...credit, resource: "i-3", period: "2026-08" }),
      charge({ ...credit, resource: "i-3", currency: "EUR" }),
      charge({ ...credit, resource: "i-3", serviceName: "other" }),
      charge({ resource: "i-1" }),
      charge({ resource: "i-2" }),
      charge({ resource: "i-3" }),
    ];
    const groups = await chargesOf(name, charges, { facts: new Set() }, { followers: [credit] });
    const found = groups.map(({ lineItemType, resource, followed, lines }) => [
      lineItemType,
      resource,
      followed,
      lines,
    ]);
    expect(found.sort()).toEqual([
      ["Credit", "", false, 2],
      ["Credit", "i-1", true, 1],
      ["Usage", "", false, 2],
      ["Usage", "i-1", true, 1],
    ]);
  });

  it("sum exactly, and apart what is above zero", async () => {
    const tiny = "0.000000000000000000000001";
    const charges = ["10000000000000", tiny, tiny, `-${tiny}`, "-4"].map((cost) =>
      charge({ amounts: amounts(cost) }),
    );
    const [group] = await chargesOf(name, charges);
    expect(formatAmount(group?.amount ?? 0n)).toBe(`9999999999996.${tiny.slice(2)}`);
    expect(formatAmount(group?.positive ?? 0n)).toBe("10000000000000.000000000000000000000002");
    expect(group?.lines).toBe(5);
  });

  it("list the kinds of line that they hold", async () => {
    const charges = [
      charge(),
      charge(),
      charge({ currency: "EUR" }),
      charge({ unusedCommitment: true, region: "x" }),
    ];
    const bill = await WAYS[name](charges, {
      basis: "billed",
      needs: { facts: new Set(), tagKeys: [], instants: [] },
    });
    await bill.close();
    const lines = new Map<string, number>();
    for (const { lines: count, ...kind } of bill.contents) {
      const key = [kind.period, kind.currency, kind.lineItemType, kind.unusedCommitment, kind.service].join(
        " ",
      );
      lines.set(key, (lines.get(key) ?? 0) + count);
    }
    expect(Object.fromEntries(lines)).toEqual({
      "2026-09 USD Usage false AmazonEC2": 2,
      "2026-09 EUR Usage false AmazonEC2": 1,
      "2026-09 USD Usage true AmazonEC2": 1,
    });
  });
});

describe("bills of the same charges", () => {
  const cost = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }));
  const some = fc.record({
    account: fc.constantFrom("1", "2"),
    service: fc.constantFrom("AmazonEC2", "AmazonS3"),
    resource: fc.constantFrom("", "i-1", "i-2"),
    lineItemType: fc.constantFrom("Usage", "Tax", "Credit"),
    currency: fc.constantFrom("USD", "EUR", ""),
    period: fc.constantFrom("2026-08", "2026-09"),
    start: fc.integer({ min: 0, max: 5 }).map((hours) => START + hours * 3_600_000),
    tags: fc.dictionary(
      fc.constantFrom("ml-team", "user:ml-team", "ML-Team", "x"),
      fc.string({ unit: "grapheme" }),
    ),
    amounts: cost.map(([units, shift]) => amounts(formatAmount(units / 10n ** BigInt(shift)))),
  });

  it("are told alike", () =>
    fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 100 }), async (facts) => {
        const charges = facts.map((each) => charge(each));
        const options = { facts: new Set(["account"] as const), instants: [START + 1] };
        const query = { followers: charges.filter(({ lineItemType }) => lineItemType === "Credit") };
        const [inMemory, inDuckdb] = [
          await chargesOf("memory", charges, options, query),
          await chargesOf("duckdb", charges, options, query),
        ];
        expect(inDuckdb).toEqual(inMemory);
      }),
      { numRuns: 8 },
    ));
});
