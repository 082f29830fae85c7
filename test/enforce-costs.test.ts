import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { type EnforcePorts, enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { itemCount, type LedgerWrite, TRANSACTION_ITEMS } from "@tagledger/core/ledger/write";
import type { Ledger } from "@tagledger/core/ports";
import { company } from "@tagledger/core/tags/testing/make-config";
import { GOOD } from "@tagledger/core/tags/testing/make-subject";
import { describe, expect, expectTypeOf, test } from "vitest";
import { fleet } from "./load/fleet.ts";
import { type Call, KINDS } from "./world/kinds.ts";

const RULES = rulesOf(company(), "c0ffee");
const NOW = Date.UTC(2026, 8, 1, 12, 1);

/** What a ledger was asked, one after another: a transaction is what it was to write. */
type Asked = string | readonly LedgerWrite[];

/** A ledger in memory, and what it is asked. */
function notedLedger(): { readonly ledger: Ledger; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const ledger = new Proxy(memoryLedger(), {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        asked.push(name === "transact" ? (given[0] as readonly LedgerWrite[]) : String(name));
        return member.apply(target, given);
      };
    },
  });
  return { ledger, asked };
}

async function take(ledger: Ledger, record: Call) {
  return enforce({ ledger, prices: offlinePrices(), hash: nodeHash }, RULES, { record, now: NOW });
}

/** The transactions among what was asked, by how many items each is to write. */
function itemCounts(asked: readonly Asked[]): number[] {
  return asked.flatMap((each) => (typeof each === "string" ? [] : [itemCount(each)]));
}

/** Which transactions claim the event. */
function claims(asked: readonly Asked[]): boolean[] {
  return asked.flatMap((each) =>
    typeof each === "string" ? [] : [each.some(({ kind }) => kind === "event")],
  );
}

test("nobody is asked but the ledger and the prices", () => {
  expectTypeOf<keyof EnforcePorts>().toEqualTypeOf<"ledger" | "prices" | "hash">();
});

describe("a creation whose request proves its tags", () => {
  test.each(["instance", "endpoint", "queue"] as const)("of one %s is one transaction", async (kind) => {
    const { ledger, asked } = notedLedger();
    expect(await take(ledger, KINDS[kind].create("load-1", GOOD))).toMatchObject({ outcome: "evaluated" });
    // The claim, the version of a history, a life, what that costs, and two facts: made, and decided.
    expect(itemCounts(asked)).toEqual([6]);
    expect(asked).toHaveLength(1);
    expect(await ledger.count({ verdict: "compliant" })).toMatchObject({ total: 1 });
  });

  test.each([1, 2, 19, 20, 60, 100, 380])(
    "of %i instances reads nothing and takes a transaction for each hundred items, the claim in the last",
    async (instances) => {
      const { ledger, asked } = notedLedger();
      await take(ledger, fleet(instances, GOOD));

      const counts = itemCounts(asked);
      expect(asked).toHaveLength(counts.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5 * instances + 1);
      expect(counts).toHaveLength(Math.ceil((5 * instances + 1) / TRANSACTION_ITEMS));
      expect(claims(asked)).toEqual(counts.map((_, place) => place === counts.length - 1));
      expect(await ledger.count({ verdict: "compliant" })).toMatchObject({ total: instances });
    },
  );
});

describe("an event that comes again", () => {
  test.each([
    ["of a creation", KINDS.queue.create("load-1", GOOD)],
    ["of many instances at once", fleet(19, GOOD)],
  ])("%s is refused at once and writes nothing", async (_, record) => {
    const { ledger, asked } = notedLedger();
    await take(ledger, record);
    const [first] = asked.splice(0);
    const before = await historiesOf(ledger, first);
    asked.splice(0);

    expect(await take(ledger, record)).toMatchObject({ again: true });

    expect(asked).toHaveLength(1);
    expect(await historiesOf(ledger, first)).toEqual(before);
  });

  test("of more than a transaction holds writes nothing either, but has to look", async () => {
    const { ledger, asked } = notedLedger();
    await take(ledger, fleet(60, GOOD));
    const first = asked.splice(0);
    const before = await Promise.all(first.map((each) => historiesOf(ledger, each)));
    asked.splice(0);

    expect(await take(ledger, fleet(60, GOOD))).toMatchObject({ again: true });

    // In the end only the claim is tried: all that the event tells is known.
    expect(itemCounts(asked).at(-1)).toBe(1);
    expect(asked.filter((each) => each === "history")).toHaveLength(60);
    expect(await Promise.all(first.map((each) => historiesOf(ledger, each)))).toEqual(before);
  });
});

test("an event that tells of nothing is one write of one item", async () => {
  const { ledger, asked } = notedLedger();
  const refused = { ...KINDS.queue.create("load-1", GOOD), errorCode: "AccessDenied" };
  expect(await take(ledger, refused)).toMatchObject({ outcome: "skipped", reason: "failed-call" });
  expect(asked).toHaveLength(1);
  expect(itemCounts(asked)).toEqual([1]);
});

test("tagging what is known reads its history, and is one transaction", async () => {
  const { ledger, asked } = notedLedger();
  await take(ledger, KINDS.queue.create("load-1", {}));
  asked.splice(0);
  const tagged = {
    ...KINDS.queue.tag("load-1", GOOD),
    eventID: "another",
    eventTime: "2026-09-01T12:00:03Z",
  };
  await take(ledger, tagged);
  expect(asked).toEqual(["history", expect.anything()]);
  expect(itemCounts(asked)).toEqual([6]);
});

/** All that the ledger holds of what a transaction wrote. */
async function historiesOf(ledger: Ledger, asked: Asked | undefined) {
  const writes = typeof asked === "string" ? [] : (asked ?? []);
  const names = writes.flatMap((write) => (write.kind === "resource" ? [write.resource] : []));
  return Promise.all(names.map((name) => ledger.history(name)));
}
