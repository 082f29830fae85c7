import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import { memoryEngine } from "@tagledger/adapters/memory/bill-engine";
import { type MemoryCharge, memoryBills } from "@tagledger/adapters/memory/bills";
import { lineOfCharge } from "@tagledger/adapters/testing/charge-lines";
import { deliveryOf, onDisk, summed } from "@tagledger/adapters/testing/staged";
import { writeCsv } from "@tagledger/adapters/testing/write";
import type { DatedResource } from "@tagledger/core/bills/dated";
import { BASES, type Basis, type ChargeGroup } from "@tagledger/core/costs/charge";
import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import { type ChargeNeeds, OPTIONAL_FACTS } from "@tagledger/core/costs/query";
import type {
  BillEngine,
  CellBill,
  PlacedDay,
  StagedBill,
  StageOptions,
} from "@tagledger/core/ports/ingestion";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
let folders = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "contract-"));
});
afterAll(() => rm(folder, { recursive: true }));

type Parts = readonly (readonly MemoryCharge[])[];
interface Prepared {
  readonly engine: BillEngine;
  readonly places: readonly string[];
}

/** The engines, ready to read charges that were delivered in parts. */
const ENGINES = {
  memory: async (parts: Parts): Promise<Prepared> => {
    const byPlace = new Map(parts.map((charges, index) => [`part-${index}`, charges]));
    return { engine: memoryEngine(byPlace), places: [...byPlace.keys()] };
  },
  duckdb: async (parts: Parts, rows = 1000): Promise<Prepared> => {
    const into = folders++;
    const write = (charges: readonly MemoryCharge[], index: number) =>
      writeCsv(join(folder, `bill-${into}-${index}.csv`), charges.map(lineOfCharge));
    const places = await Promise.all(parts.map(write));
    return { engine: duckdbEngine({ fetcher: onDisk, size: { rows, groups: 2 * rows, listed: 0 } }), places };
  },
};
const NAMES = ["memory", "duckdb"] as const;

const MONTH = Date.UTC(2026, 8, 1);
const HOUR = 3_600_000;
const ALL: ChargeNeeds = { facts: new Set(OPTIONAL_FACTS), tagKeys: ["ml-team"], instants: [] };

function charge(facts: Partial<MemoryCharge> = {}): MemoryCharge {
  return {
    period: "2026-09",
    currency: "USD",
    start: MONTH + 27 * HOUR,
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

/** Stages charges, has a look at what came of it, and discards it. */
async function staged<T>(
  name: keyof typeof ENGINES,
  parts: Parts,
  look: (bill: CellBill, staged: StagedBill) => Promise<T>,
  {
    basis = "effective",
    rows,
    manifest,
    ...options
  }: Partial<StageOptions> & { basis?: Basis; rows?: number; manifest?: string | null } = {},
): Promise<T> {
  const { engine, places } = await ENGINES[name](parts, rows);
  const delivery = deliveryOf(places, manifest === undefined ? {} : { manifest });
  const bill = await engine.stage(delivery, { needs: ALL, follows: () => false, dated: [], ...options });
  const cells = await engine.open(bill.files, basis);
  try {
    return await look(cells, bill);
  } finally {
    await cells.close();
    await bill.discard();
  }
}

async function groupsOf(bill: Pick<CellBill, "charges">): Promise<ChargeGroup[]> {
  const all: ChargeGroup[] = [];
  const query = { period: "2026-09", currency: "USD", followers: [] };
  for await (const groups of bill.charges(query)) all.push(...groups);
  return all;
}

async function daysOf(bill: CellBill, place: (group: ChargeGroup) => number): Promise<PlacedDay[]> {
  const placed = new Int32Array(bill.combinations).fill(-1);
  for (const group of await groupsOf(bill)) placed[group.combination ?? -1] = place(group);
  const all: PlacedDay[] = [];
  for await (const days of bill.days(placed)) all.push(...days);
  return all;
}

describe.each(NAMES)("the %s engine", (name) => {
  it("keeps the commitment that covered a charge", async () => {
    const parts = [
      [charge(), charge({ commitment: "Savings Plan" }), charge({ commitment: "Savings Plan" })],
    ];
    const groups = await staged(name, parts, groupsOf);
    const told = groups.map(({ commitment = "", lines }) => [commitment, lines]);
    expect(told.toSorted()).toEqual([
      ["", 1],
      ["Savings Plan", 2],
    ]);
  });

  it("tells of each combination of facts what its lines come to, on the basis asked for", async () => {
    const parts = [[charge(), charge({ start: MONTH })], [charge({ account: "111122223333" })]];
    for (const basis of BASES) {
      const groups = await staged(name, parts, groupsOf, { basis });
      const amount = charge().amounts[basis];
      const byAccount = groups.toSorted((a, b) => b.lines - a.lines);
      const { period, currency, start, tags, amounts: costs, ...facts } = charge();
      expect([period, currency, start, tags]).toEqual([
        "2026-09",
        "USD",
        MONTH + 27 * HOUR,
        { "ml-team": "vision" },
      ]);
      expect(byAccount[0]).toEqual({
        ...facts,
        combination: byAccount[0]?.combination,
        tags: ["vision"],
        epoch: 0,
        followed: false,
        lines: 2,
        amount: 2n * amount,
        positive: 2n * amount,
        billed: 2n * costs.billed,
      });
      expect(byAccount[1]).toMatchObject({ account: "111122223333", lines: 1, amount });
      expect(groups.map(({ combination }) => combination).sort()).toEqual([0, 1]);
    }
  });

  it("tells what each combination of facts comes to on other bases as well, where that is asked for", async () => {
    const credit = charge({ account: "111122223333", amounts: amounts("-3", "-4") });
    const query = { period: "2026-09", currency: "USD", followers: [], besides: ["billed", "list"] } as const;
    await staged(name, [[charge(), charge({ start: MONTH }), credit]], async (bill) => {
      const told = new Map<string, ChargeGroup["besides"]>();
      for await (const groups of bill.charges(query))
        for (const { account, besides } of groups) told.set(account, besides);
      const list = parseAmount("12");
      expect(Object.fromEntries(told)).toEqual({
        "444455556666": {
          billed: { amount: parseAmount("20"), positive: parseAmount("20") },
          list: { amount: 2n * list, positive: 2n * list },
        },
        "111122223333": {
          billed: { amount: parseAmount("-4"), positive: 0n },
          list: { amount: list, positive: list },
        },
      });
    });
  });

  it("always tells account and service, and other facts where they are needed", async () => {
    const charges = [charge({ region: "a", usageType: "b" }), charge({ region: "c", resource: "i-2" })];
    const needs = { ...ALL, facts: new Set([]) };
    const groups = await staged(name, [charges], groupsOf, { needs });
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      account: "444455556666",
      service: "AmazonEC2",
      serviceName: "Amazon Elastic Compute Cloud",
      region: "",
      usageType: "",
      resource: "",
      lines: 2,
    });
  });

  it("tells what counts at each destination by day, service and account", async () => {
    const charges = [
      charge({ start: MONTH, amounts: amounts("1") }),
      charge({ start: MONTH + 23 * HOUR, usageType: "other", amounts: amounts("2") }),
      charge({ start: MONTH + 24 * HOUR, amounts: amounts("4") }),
      charge({ start: MONTH - HOUR, amounts: amounts("8") }),
      charge({ start: MONTH, service: "AmazonS3", amounts: amounts("16") }),
      charge({ start: MONTH, account: "9", tags: { "ml-team": "nlp" }, amounts: amounts("32") }),
      charge({ start: MONTH, account: "9", tags: {}, amounts: amounts("64") }),
    ];
    const days = await staged(name, [charges], (bill) =>
      daysOf(bill, ({ tags: [team] }) => (team === "vision" ? 7 : team === "nlp" ? 3 : -1)),
    );
    const told = days.map(({ destination, day, service, account, lines, amounts: sums }) =>
      [destination, day, service, account, lines, formatAmount(sums.effective ?? 0n)].join(" "),
    );
    expect(told).toEqual([
      "3 1 AmazonEC2 9 1 32",
      "7 0 AmazonEC2 444455556666 1 8",
      "7 1 AmazonEC2 444455556666 2 3",
      "7 1 AmazonS3 444455556666 1 16",
      "7 2 AmazonEC2 444455556666 1 4",
    ]);
    expect(days[0]?.amounts).toEqual(amounts("32"));
  });

  it("tells what is above zero apart, and keeps groups that come to nothing", async () => {
    const costs = ["5", "-2", "-3"].map((cost) => charge({ amounts: amounts(cost) }));
    const [group] = await staged(name, [costs], groupsOf);
    expect([group?.lines, group?.amount, group?.positive]).toEqual([3, 0n, parseAmount("5")]);
  });

  it("tells the resources apart that followers name, and takes them from where they stood", async () => {
    const credit = { lineItemType: "Credit", resource: "i-1" };
    const charges = [
      charge(credit),
      charge({ lineItemType: "Credit", resource: "" }),
      charge({ resource: "arn:aws:ec2:eu-central-1:444455556666:instance/i-1" }),
      charge({ resource: "i-2", amounts: amounts("-1") }),
    ];
    const options = {
      needs: { ...ALL, facts: new Set([]) },
      follows: ({ lineItemType }: { lineItemType: string }) => lineItemType === "Credit",
    };
    const groups = await staged(name, [charges.slice(0, 2), charges.slice(2)], groupsOf, options);
    const told = groups.map((group) =>
      [group.lineItemType, group.resource, group.followed, group.lines].join(" "),
    );
    expect(told.sort()).toEqual([
      "Credit  false 1",
      "Credit i-1 true 1",
      "Usage  false 1",
      "Usage arn:aws:ec2:eu-central-1:444455556666:instance/i-1 true 1",
    ]);
    const usage = groups.find(({ lineItemType, followed }) => lineItemType === "Usage" && !followed);
    expect([usage?.amount, usage?.positive]).toEqual([parseAmount("-1"), 0n]);
  });

  it("tells what a resource was tagged with when it was used, its first tags since ever", async () => {
    const id = "i-0123456789abcdef0";
    const dated: DatedResource = {
      arn: `arn:aws:ec2:eu-central-1:444455556666:instance/${id}`,
      id,
      type: "ec2:instance",
      account: "444455556666",
      region: "eu-central-1",
      states: [
        { since: MONTH + HOUR, values: ["nlp"] },
        { since: MONTH + 3 * HOUR, values: [""] },
        { since: MONTH + 4 * HOUR, values: ["vision"] },
      ],
    };
    const at = (hours: number, facts: Partial<MemoryCharge> = {}) =>
      charge({ start: MONTH + hours * HOUR, resource: id, tags: {}, ...facts });
    const charges = [
      at(0),
      at(1),
      at(3),
      at(4),
      at(99),
      at(5, { region: "eu-west-1" }),
      at(5, { resource: "" }),
    ];
    const needs = { ...ALL, facts: new Set([]) };
    const groups = await staged(name, [charges], groupsOf, { needs, dated: [dated] });
    expect(groups.map((group) => [group.dated, group.lines]).sort()).toEqual([
      [[""], 3],
      [["nlp"], 2],
      [["vision"], 2],
    ]);
  });

  it("tells the totals of each type, and what the bill holds", async () => {
    const charges = [
      charge(),
      charge({ lineItemType: "Tax", currency: "" }),
      charge({ amounts: amounts("-1") }),
    ];
    const { bill, contents } = await staged(name, [charges], async (cells, bill) => ({
      bill,
      contents: cells.contents,
    }));
    expect([bill.lines, bill.currency, bill.tagNames]).toEqual([3, "USD", ["ml-team"]]);
    expect([...bill.bases].sort()).toEqual([...BASES].sort());
    expect(bill.totals).toEqual([
      { type: "Tax", lines: 1, amounts: charge().amounts },
      {
        type: "Usage",
        lines: 2,
        amounts: {
          effective: parseAmount("8"),
          billed: parseAmount("9"),
          contracted: parseAmount("22"),
          list: parseAmount("24"),
        },
      },
    ]);
    expect(contents.reduce((sum, { lines }) => sum + lines, 0)).toBe(3);
    expect(new Set(contents.map(({ lineItemType }) => lineItemType))).toEqual(new Set(["Tax", "Usage"]));
  });

  it("refuses lines of another month where a manifest says that they are of one", async () => {
    const parts = [[charge(), charge({ period: "2026-08" })]];
    await expect(staged(name, parts, groupsOf)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("2026-08"),
    });
    const groups = await staged(name, parts, groupsOf, { manifest: null });
    expect(groups.map(({ lines }) => lines)).toEqual([1]);
  });

  it("refuses a bill in several currencies, and one without lines of the month", async () => {
    const parts = [[charge(), charge({ currency: "EUR" })]];
    await expect(staged(name, parts, groupsOf)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringMatching(/EUR.*USD|USD.*EUR/),
    });
    const others = [[charge({ period: "2026-08" })]];
    await expect(staged(name, others, groupsOf, { manifest: null })).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("no lines of 2026-09"),
    });
  });
});

describe("cells of the same charges", () => {
  const cost = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }));
  const some = fc.record({
    account: fc.constantFrom("1", "2"),
    service: fc.constantFrom("AmazonEC2", "AmazonS3"),
    resource: fc.constantFrom("", "i-0123456789abcdef0", "i-1", "arn:aws:s3:::data", "data"),
    lineItemType: fc.constantFrom("Usage", "Tax", "Credit"),
    unusedCommitment: fc.boolean(),
    currency: fc.constantFrom("USD", ""),
    start: fc.integer({ min: -2, max: 40 }).map((hours) => MONTH + hours * HOUR),
    tags: fc.dictionary(fc.constantFrom("ml-team", "user:ml-team", "x"), fc.string({ unit: "grapheme" })),
    amounts: cost.map(([units, shift]) => amounts(formatAmount(units / 10n ** BigInt(shift)), "1")),
  });
  const charges = fc
    .array(some, { minLength: 2, maxLength: 60 })
    .map((all) => all.map((each) => charge(each)));
  const needs = fc.record({
    facts: fc.subarray([...OPTIONAL_FACTS]).map((facts) => new Set(facts)),
    tagKeys: fc.constantFrom(["ml-team"], ["x", "ml-team"], []),
    instants: fc.constantFrom([], [MONTH + 5 * HOUR]),
  });
  const ledger: DatedResource[] = ["i-0123456789abcdef0", "data"].map((id) => ({
    arn: id === "data" ? "arn:aws:s3:::data" : null,
    id,
    type: id === "data" ? "s3:bucket" : "ec2:instance",
    account: "1",
    region: "eu-central-1",
    states: [
      { since: MONTH, values: ["a", "b"] },
      { since: MONTH + 7 * HOUR, values: ["c", ""] },
    ],
  }));
  const split = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 3, max: 30 }));

  it("are the same in every engine, however the charges are delivered and sliced", () =>
    fc.assert(
      fc.asyncProperty(charges, needs, split, fc.boolean(), async (all, asked, [count, rows], isDated) => {
        const parts = Array.from({ length: count }, (_, part) =>
          all.filter((_each, at) => at % count === part),
        );
        const options = {
          needs: asked,
          follows: ({ lineItemType }: { lineItemType: string }) => lineItemType === "Credit",
          dated: isDated ? ledger : [],
          rows,
        };
        const place = ({ account, tags: [team = ""] }: ChargeGroup) => team.length + Number(account) - 2;
        const look = async (bill: CellBill, { totals, lines }: StagedBill) => ({
          groups: summed(await groupsOf(bill)),
          days: await daysOf(bill, place),
          totals,
          lines,
        });
        const filled = parts.filter(({ length }) => length > 0);
        const inMemory = await staged("memory", filled, look, options);
        expect(await staged("duckdb", filled, look, options)).toEqual(inMemory);
        expect(inMemory.lines).toBe(all.length);
      }),
      { numRuns: 12 },
    ));

  it("come to what the bill comes to when it is read as it is", () =>
    fc.assert(
      fc.asyncProperty(charges, async (all) => {
        const bill = await memoryBills(all).open([], { basis: "effective", needs: ALL });
        expect(await staged("duckdb", [all], async (cells) => summed(await groupsOf(cells)))).toEqual(
          summed(await groupsOf(bill)),
        );
      }),
      { numRuns: 4 },
    ));
});
