import type { ResourceFilter } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { ANN, DAY, makeCreated, makeRecord, recorded, START } from "@tagledger/core/ledger/testing/records";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import type { Ledger } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";

const TEAMS = ["fraud", "search", "", "null", null] as const;

/** What every ledger holds of lists and counts. */
export function listContract(open: () => Promise<Ledger>): void {
  /** Sixty resources of all verdicts and teams, three a day. */
  const records = Array.from({ length: 60 }, (_, index) =>
    makeRecord({
      resource: `arn:aws:ec2:eu-central-1:111122223333:instance/i-${index}`,
      incarnation: `event-${index}`,
      created: START + Math.floor(index / 3) * DAY,
      verdict: VERDICTS[index % VERDICTS.length] ?? "compliant",
      team: TEAMS[Math.floor(index / 7) % TEAMS.length] ?? null,
      type: index % 2 === 0 ? "ec2:instance" : "s3:bucket",
    }),
  );

  const filled = async () => {
    const ledger = await open();
    for (const record of records) await ledger.transact([recorded(record)]);
    return ledger;
  };

  describe("list", () => {
    const filters: ResourceFilter[] = [
      {},
      ...TEAMS.map((team) => ({ team })),
      ...VERDICTS.map((verdict) => ({ verdict })),
      { team: "search", verdict: "violating" },
      { team: "nobody" },
      { from: START + 3 * DAY },
      { to: START + 3 * DAY },
      { from: START + 3 * DAY, to: START + 5 * DAY },
      { from: START + 3 * DAY, to: START + 3 * DAY },
      { from: START + 5 * DAY, to: START + 3 * DAY },
      { team: null, from: START + 10 * DAY, to: START + 20 * DAY },
    ];

    test.each(filters)("%o", async (filter) => {
      const ledger = await filled();
      const wanted = records.filter((record) => passes(record, filter));
      for (const limit of [1, 7, 1000]) {
        const { pages, items } = await listed(ledger, filter, limit);
        expect(items.map(({ created }) => created)).toEqual(wanted.map(({ created }) => created).reverse());
        expect(new Set(items.map(({ resource }) => resource)).size).toBe(wanted.length);
        expect(pages).toBe(Math.max(1, Math.ceil(wanted.length / limit)));
        expect(await ledger.count(filter)).toMatchObject({ total: wanted.length });
      }
    });

    test("whole records", async () => {
      const ledger = await filled();
      const newest = records.toSorted((a, b) => a.created - b.created).at(-1);
      const { items } = await ledger.resources({ from: newest?.created, limit: 10 });
      expect(items).toHaveLength(3);
      expect(items).toEqual(expect.arrayContaining([newest]));
    });

    test("the same on the next page, whatever is added", async () => {
      const ledger = await filled();
      const before = await listed(ledger, {}, 10);
      const first = await ledger.resources({ limit: 10 });
      await ledger.transact([recorded({ resource: "newer", created: START + 100 * DAY })]);
      await ledger.transact([recorded({ resource: "as-new", created: first.items[0]?.created ?? 0 })]);
      const rest = await listed(ledger, {}, 10, first.next ?? undefined);
      expect([...first.items, ...rest.items]).toEqual(before.items);
    });

    test("where what they list has moved", async () => {
      const ledger = await open();
      await ledger.transact([recorded({ team: null, verdict: "undecided" })]);
      await ledger.transact([recorded({ team: "fraud", verdict: "violating" }, { version: 1 })]);
      const names = async (filter: ResourceFilter) =>
        (await ledger.resources({ ...filter, limit: 10 })).items.length;
      expect(await names({ team: null })).toBe(0);
      expect(await names({ verdict: "undecided" })).toBe(0);
      expect(await names({ team: "fraud", verdict: "violating" })).toBe(1);
      expect(await names({})).toBe(1);
    });

    test("what is gone only where it is asked for", async () => {
      const ledger = await open();
      const there = makeRecord({ resource: "there", verdict: "violating", team: "fraud" });
      const gone = makeRecord({ ...there, resource: "gone", state: "gone", ended: START + DAY });
      await ledger.transact([recorded(there), recorded(gone)]);
      for (const filter of [
        {},
        { team: "fraud" },
        { verdict: "violating" },
        { team: "fraud", verdict: "violating" },
      ] as const) {
        expect((await ledger.resources({ ...filter, limit: 10 })).items).toEqual([there]);
      }
      for (const filter of [{ verdict: "gone" }, { verdict: "gone", team: "fraud" }] as const) {
        expect((await ledger.resources({ ...filter, limit: 10 })).items).toEqual([gone]);
      }
      expect((await ledger.resources({ verdict: "gone", team: null, limit: 10 })).items).toEqual([]);
    });

    test("every incarnation", async () => {
      const ledger = await open();
      await ledger.transact([recorded({ incarnation: "a" })]);
      await ledger.transact([recorded({ incarnation: "b" }, { version: 1 })]);
      const { items, pages } = await listed(ledger, {}, 1);
      expect(items.map(({ incarnation }) => incarnation)).toEqual(["b", "a"]);
      expect(pages).toBe(2);
    });

    test("what is said to be of any year", async () => {
      const ledger = await open();
      const years = [0, 1969, 1970, 2026, 9999];
      for (const year of years) {
        const created = Date.parse(`${String(year).padStart(4, "0")}-01-01T00:00:00Z`);
        await ledger.transact([
          recorded(
            { resource: `${year}`, created, actor: ANN },
            { facts: [makeCreated({ at: created, actor: ANN })] },
          ),
        ]);
      }
      const { items } = await listed(ledger, { to: START }, 1);
      expect(items.map(({ resource }) => Number(resource))).toEqual([2026, 1970, 1969, 0]);
      expect(await ledger.forget({ personalBefore: 0, expiredBy: 0 })).toMatchObject({ personal: 4 });
    });

    test.each([0, -1, 1.5, 1001, Number.NaN])("no page of %d", async (limit) => {
      await expect((await open()).resources({ limit })).rejects.toThrow(RangeError);
    });

    test.each(["", "x", "é", "001788220800000", "001788220800000#\n"])("nothing after %j", async (after) => {
      await expect((await open()).resources({ limit: 1, after })).rejects.toMatchObject({
        code: "bad-input",
      });
    });
  });

  describe("count", () => {
    test("nothing where there is nothing", async () => {
      const nothing = { total: 0, verdicts: [], states: [], teams: [], reasons: [], services: [] };
      expect(await (await open()).count({})).toEqual(nothing);
    });

    test("by verdict, team, reason and service, the most frequent first", async () => {
      const ledger = await open();
      const finding = (reason: "missing" | "alias", key: string) => ({
        key,
        reason,
        actual: null,
        expected: "",
      });
      const several: Partial<ResourceRecord>[] = [
        {
          resource: "a",
          team: null,
          verdict: "violating",
          findings: [finding("missing", "a"), finding("missing", "b")],
        },
        {
          resource: "b",
          team: "x",
          verdict: "repairable",
          state: "pending",
          findings: [finding("missing", "a"), finding("alias", "b")],
        },
        { resource: "c", team: "x", type: "s3:bucket" },
        { resource: "d", team: null, type: "s3:bucket" },
        { resource: "e", team: "", type: "s3:bucket" },
      ];
      for (const record of several) await ledger.transact([recorded(record)]);
      expect(await ledger.count({})).toEqual({
        total: 5,
        verdicts: [
          { value: "compliant", count: 3 },
          { value: "repairable", count: 1 },
          { value: "violating", count: 1 },
        ],
        states: [
          { value: "compliant", count: 3 },
          { value: "pending", count: 1 },
          { value: "violating", count: 1 },
        ],
        teams: [
          { value: null, count: 2 },
          { value: "x", count: 2 },
          { value: "", count: 1 },
        ],
        reasons: [
          { value: "missing", count: 2 },
          { value: "alias", count: 1 },
        ],
        services: [
          { value: "s3", count: 3 },
          { value: "ec2", count: 2 },
        ],
      });
    });

    test("what is gone by itself", async () => {
      const ledger = await open();
      await ledger.transact([recorded({ verdict: "violating" })]);
      await ledger.transact([recorded({ verdict: "violating", state: "gone" }, { version: 1 })]);
      await ledger.transact([recorded({ resource: "there" })]);
      expect(await ledger.count({})).toMatchObject({
        total: 1,
        verdicts: [{ value: "compliant", count: 1 }],
      });
      expect(await ledger.count({ verdict: "violating" })).toMatchObject({ total: 0, verdicts: [] });
      expect(await ledger.count({ verdict: "gone" })).toMatchObject({
        total: 1,
        verdicts: [{ value: "gone", count: 1 }],
        states: [{ value: "gone", count: 1 }],
        teams: [{ value: "fraud-detection", count: 1 }],
      });
    });

    test("more than one page of a store", async () => {
      const ledger = await open();
      const names = Array.from({ length: 2100 }, (_, index) => `name-${index}`);
      for (let start = 0; start < names.length; start += 50) {
        await ledger.transact(names.slice(start, start + 50).map((resource) => recorded({ resource })));
      }
      expect(await ledger.count({})).toMatchObject({ total: 2100 });
      expect(await ledger.count({ team: "fraud-detection" })).toMatchObject({ total: 2100 });
    });
  });
}

function passes({ team, verdict, created }: ResourceRecord, filter: ResourceFilter): boolean {
  return (
    (filter.team === undefined || filter.team === team) &&
    (filter.verdict === undefined || filter.verdict === verdict) &&
    created >= (filter.from ?? 0) &&
    created < (filter.to ?? Number.POSITIVE_INFINITY)
  );
}

async function listed(ledger: Ledger, filter: ResourceFilter, limit: number, start?: string) {
  const items: ResourceRecord[] = [];
  let pages = 0;
  let after = start;
  do {
    const page = await ledger.resources({ ...filter, limit, after });
    items.push(...page.items);
    pages += 1;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return { items, pages };
}
