import type { Lease } from "@tagledger/core/ledger/lease";
import { ARN, claim, DAY, MINUTE, recorded, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

const DONE = { done: true };
const REFUSED = { done: false, refused: [0] };
const END = START + 5 * MINUTE;

/** What every ledger holds of leases. */
export function leaseContract(open: () => Promise<Ledger>): void {
  const lease = (given: Partial<Lease> = {}): Lease => ({ resource: ARN, at: START, until: END, ...given });
  const take = (ledger: Ledger, given: Partial<Lease> = {}) =>
    ledger.transact([{ kind: "lease", lease: lease(given) }]);
  const giveBack = (ledger: Ledger, given: Partial<Lease> = {}) =>
    ledger.transact([{ kind: "unlease", lease: lease(given) }]);

  test("are taken while nobody has one", async () => {
    expect(await take(await open())).toEqual(DONE);
  });

  test("are refused until the one before has ended", async () => {
    const ledger = await open();
    await take(ledger);
    for (const at of [START, START + MINUTE, END - 1]) {
      expect(await take(ledger, { at, until: at + DAY }), `${at}`).toEqual(REFUSED);
    }
    expect(await take(ledger, { at: END, until: END + 1 })).toEqual(DONE);
    expect(await take(ledger, { at: END, until: END + 2 })).toEqual(REFUSED);
    expect(await take(ledger, { at: END + MINUTE, until: END + DAY })).toEqual(DONE);
  });

  test("are not extended by who asks again", async () => {
    const ledger = await open();
    await take(ledger);
    expect(await take(ledger)).toEqual(REFUSED);
  });

  test("are of one resource, and leave its history alone", async () => {
    const ledger = await open();
    await take(ledger);
    expect(await take(ledger, { resource: "other" })).toEqual(DONE);
    expect(await ledger.transact([recorded()])).toEqual(DONE);
    expect(await ledger.history(ARN)).toMatchObject({ version: 1, facts: [] });
  });

  test("can be taken at once when they were given back", async () => {
    const ledger = await open();
    await take(ledger);
    expect(await giveBack(ledger)).toEqual(DONE);
    expect(await take(ledger, { until: END + 1 })).toEqual(DONE);
    expect(await take(ledger, { at: START + 1 })).toEqual(REFUSED);
    expect(await giveBack(ledger, { until: END + 1 })).toEqual(DONE);
    expect(await take(ledger, { at: START + MINUTE })).toEqual(DONE);
  });

  test("are not given back by who had them before", async () => {
    const ledger = await open();
    await take(ledger);
    await take(ledger, { at: END, until: END + DAY });
    expect(await giveBack(ledger)).toEqual(REFUSED);
    expect(await take(ledger, { at: END + 1, until: END + DAY })).toEqual(REFUSED);
  });

  test("are not given back twice, nor by who never had them", async () => {
    const ledger = await open();
    expect(await giveBack(ledger)).toEqual(REFUSED);
    await take(ledger);
    await giveBack(ledger);
    expect(await giveBack(ledger)).toEqual(REFUSED);
  });

  test("are not given back late because the next one began when they ended", async () => {
    const ledger = await open();
    await take(ledger);
    await take(ledger, { at: END, until: END + DAY });
    await giveBack(ledger, { at: END, until: END + DAY });
    expect(await giveBack(ledger)).toEqual(REFUSED);
  });

  test("are taken by one of many at the same time", async () => {
    const ledger = await open();
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take(ledger, { until: END + index })),
    );
    expect(ends.filter(({ done }) => done)).toHaveLength(1);
  });

  test("are given back with what was done meanwhile, or not at all", async () => {
    const ledger = await open();
    await take(ledger);
    await ledger.transact([recorded()]);
    const unlease = { kind: "unlease", lease: lease() } as const;
    expect(await ledger.transact([recorded(), unlease])).toEqual(REFUSED);
    expect(await take(ledger, { at: START + 1 })).toEqual(REFUSED);
    expect(await ledger.transact([recorded({}, { version: 1 }), unlease])).toEqual(DONE);
    expect(await take(ledger, { at: START + 1 })).toEqual(DONE);
  });

  test("are not both taken and given back by one transaction", async () => {
    const ledger = await open();
    const both = [
      { kind: "lease", lease: lease() },
      { kind: "unlease", lease: lease() },
    ] as const;
    expect(await ledger.transact(both)).toEqual({ done: false, refused: [1] });
  });

  test("are forgotten when they have ended, not a moment before", async () => {
    const ledger = await open();
    await take(ledger);
    await ledger.forget({ personalBefore: 0, expiredBy: END - 1 });
    expect(await take(ledger, { at: START + 1 })).toEqual(REFUSED);
    await ledger.forget({ personalBefore: 0, expiredBy: END });
    expect(await giveBack(ledger)).toEqual(REFUSED);
    expect(await take(ledger, { at: END, until: END + 1 })).toEqual(DONE);
  });

  test("tell resources apart, whatever they are called", async () => {
    const ledger = await open();
    for (const resource of TEXTS) expect(await take(ledger, { resource }), resource).toEqual(DONE);
    for (const resource of TEXTS) expect(await take(ledger, { resource }), resource).toEqual(REFUSED);
  });

  test.each([START, START - 1, Number.NaN])(
    "do not end at %d, and nothing is written with them",
    async (until) => {
      const ledger = await open();
      const writes = [claim("a"), { kind: "lease", lease: lease({ until }) }] as const;
      await expect(ledger.transact(writes)).rejects.toThrow(RangeError);
      expect(await ledger.event("a", START)).toBeNull();
    },
  );
}
