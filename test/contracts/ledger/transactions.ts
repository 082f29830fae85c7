import {
  ARN,
  claim,
  makeCreated,
  makeInput,
  makeTagged,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import { makeApproval, makeOutgoing, makePastDeed } from "@tagledger/core/ledger/testing/remedies";
import type { LedgerWrite } from "@tagledger/core/ledger/write";
import { itemCount, TRANSACTION_ITEMS } from "@tagledger/core/ledger/write";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";

/** What every ledger holds of transactions. */
export function transactionContract(open: () => Promise<Ledger>): void {
  test("write everything together", async () => {
    const ledger = await open();
    await ledger.transact([
      claim("a"),
      recorded({}, { facts: [makeCreated()] }),
      { kind: "input", input: makeInput() },
    ]);
    expect(await ledger.event("a", START)).not.toBeNull();
    expect(await ledger.history(ARN)).toMatchObject({ version: 1 });
    expect(await ledger.input("logs/")).toEqual(makeInput());
  });

  test.each([0, 1, 2, 3])("write nothing where write %i is refused", async (refused) => {
    const ledger = await open();
    await ledger.transact([claim("done")]);
    const writes: LedgerWrite[] = [
      claim("a"),
      recorded({}, { facts: [makeCreated()] }),
      { kind: "input", input: makeInput() },
    ];
    writes.splice(refused, 0, claim("done"));

    expect(await ledger.transact(writes)).toEqual({ done: false, refused: [refused] });

    expect(await ledger.event("a", START)).toBeNull();
    expect(await ledger.history(ARN)).toMatchObject({ version: 0, incarnations: [], facts: [] });
    expect((await ledger.resources({ limit: 10 })).items).toEqual([]);
    expect(await ledger.input("logs/")).toBeNull();
  });

  test.each([0, 1, 2, 3, 4])(
    "write all or nothing of what a remedy needs, write %i refused",
    async (refused) => {
      const ledger = await open();
      const lease = { resource: ARN, at: START, until: START + 1 };
      await ledger.transact([
        claim("done"),
        { kind: "lease", lease },
        { kind: "outgoing", event: makeOutgoing() },
      ]);
      const writes: LedgerWrite[] = [
        recorded({}, { facts: [makeCreated()] }),
        { kind: "unlease", lease },
        { kind: "outgoing", event: makeOutgoing({ id: "outgoing-2" }) },
        { kind: "sent", event: makeOutgoing() },
        { kind: "deeds", version: 0, deeds: [makePastDeed()], holds: [] },
        { kind: "approval", approval: makeApproval() },
      ];
      const stateOf = async () => ({
        version: (await ledger.history(ARN)).version,
        outgoing: (await ledger.outgoing(10)).map(({ id }) => id),
        deeds: await ledger.deeds(),
        approvals: await ledger.approvals(),
      });

      const vain = writes.toSpliced(refused, 0, claim("done"));
      expect(await ledger.transact(vain)).toEqual({ done: false, refused: [refused] });
      expect(await stateOf()).toEqual({
        version: 0,
        outgoing: ["outgoing-1"],
        deeds: { version: 0, deeds: [], holds: [] },
        approvals: [],
      });
      expect(await ledger.transact([{ kind: "lease", lease }])).toEqual({ done: false, refused: [0] });

      expect(await ledger.transact(writes)).toEqual({ done: true });
      expect(await stateOf()).toEqual({
        version: 1,
        outgoing: ["outgoing-2"],
        deeds: { version: 1, deeds: [makePastDeed()], holds: [] },
        approvals: [makeApproval()],
      });
      expect(await ledger.transact([{ kind: "lease", lease }])).toEqual({ done: true });
    },
  );

  test("name every write that is refused, by its place in the list", async () => {
    const ledger = await open();
    await ledger.transact([claim("a"), recorded()]);
    const late = recorded({}, { facts: [makeCreated(), makeTagged()] });
    expect(await ledger.transact([claim("b"), late, claim("a")])).toEqual({ done: false, refused: [1, 2] });
  });

  test("take one history once", async () => {
    const ledger = await open();
    const twice = [recorded({}, { facts: [makeCreated()] }), recorded({}, { facts: [makeTagged()] })];
    expect(await ledger.transact(twice)).toEqual({ done: false, refused: [1] });
    expect(await ledger.history(ARN)).toMatchObject({ version: 0, facts: [] });
  });

  test("may be empty", async () => {
    expect(await (await open()).transact([])).toEqual({ done: true });
  });

  test("hold a hundred items and no more", async () => {
    const ledger = await open();
    const events = Array.from({ length: TRANSACTION_ITEMS - 2 }, (_, index) => claim(`${index}`));
    expect(itemCount([...events, recorded()])).toBe(TRANSACTION_ITEMS);
    expect(await ledger.transact([...events, recorded()])).toEqual({ done: true });

    const more = Array.from({ length: TRANSACTION_ITEMS + 1 }, (_, index) => claim(`more-${index}`));
    await expect(ledger.transact(more)).rejects.toThrow(RangeError);
    expect(await ledger.event("more-0", START)).toBeNull();

    const names = Array.from({ length: 50 }, (_, index) => `name-${index}`);
    const [room, removal] = [
      changed({ resource: "a", removed: names.slice(1) }),
      changed({ resource: "a", removed: names }),
    ];
    expect(itemCount([room])).toBe(TRANSACTION_ITEMS - 1);
    expect(await ledger.transact([room])).toEqual({ done: true });
    await expect(ledger.transact([{ ...removal, version: 1 }])).rejects.toThrow(RangeError);
    expect(await ledger.history("a")).toMatchObject({ version: 1 });
  });

  test("refuse a record that no store could hold, and write nothing", async () => {
    const ledger = await open();
    const large = recorded({ tags: [{ key: "k", value: "x".repeat(500_000), hidden: false, since: START }] });
    await expect(ledger.transact([claim("a"), large])).rejects.toMatchObject({ code: "bad-input" });
    expect(await ledger.event("a", START)).toBeNull();
  });

  test("hold large records, up to four megabytes together", async () => {
    const ledger = await open();
    const large = (name: string) =>
      recorded({
        resource: name,
        tags: [{ key: "k", value: "x".repeat(380_000), hidden: false, since: START }],
      });
    const names = Array.from({ length: 11 }, (_, index) => `large-${index}`);
    expect(await ledger.transact(names.slice(1).map(large))).toEqual({ done: true });
    expect((await ledger.history("large-3")).incarnations[0]?.tags[0]?.value).toHaveLength(380_000);
    await expect(ledger.transact(names.map((name) => large(`more-${name}`)))).rejects.toThrow(RangeError);
  });
}
