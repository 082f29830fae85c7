import type { PastDeed } from "@tagledger/core/ledger/past-deeds";
import { recorded, START } from "@tagledger/core/ledger/testing/records";
import { makePastDeed } from "@tagledger/core/ledger/testing/remedies";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";

/** What every ledger holds of what breakers count. */
export function pastDeedsContract(open: () => Promise<Ledger>): void {
  const replace = (ledger: Ledger, version: number, deeds: readonly PastDeed[]) =>
    ledger.transact([{ kind: "deeds", version, deeds, holds: [] }]);

  const [one, other] = [
    makePastDeed(),
    makePastDeed({ resource: "b", account: null, deed: "release", at: START + 1, usdPerHour: null }),
  ];

  test("is nothing at first", async () => {
    expect(await (await open()).deeds()).toEqual({ version: 0, deeds: [], holds: [] });
  });

  test("is what was written last, in its order", async () => {
    const ledger = await open();
    expect(await replace(ledger, 0, [other, one])).toEqual({ done: true });
    expect(await ledger.deeds()).toEqual({ version: 1, deeds: [other, one], holds: [] });
    expect(await replace(ledger, 1, [one])).toEqual({ done: true });
    expect(await ledger.deeds()).toEqual({ version: 2, deeds: [one], holds: [] });
    expect(await replace(ledger, 2, [])).toEqual({ done: true });
    expect(await ledger.deeds()).toEqual({ version: 3, deeds: [], holds: [] });
  });

  test("also tells what breakers held back", async () => {
    const ledger = await open();
    const holds = [
      { breaker: "account 111122223333", at: START },
      { breaker: "money", at: START + 1 },
    ];
    await ledger.transact([{ kind: "deeds", version: 0, deeds: [one], holds }]);
    expect(await ledger.deeds()).toEqual({ version: 1, deeds: [one], holds });
  });

  test("is not changed by who has not seen the last change", async () => {
    const ledger = await open();
    await replace(ledger, 0, [one]);
    for (const version of [0, 2]) {
      expect(await replace(ledger, version, [])).toEqual({ done: false, refused: [0] });
    }
    expect(await ledger.deeds()).toEqual({ version: 1, deeds: [one], holds: [] });
  });

  test("is changed by one of many who saw the same", async () => {
    const ledger = await open();
    await replace(ledger, 0, [one]);
    const ends = await Promise.all(Array.from({ length: 20 }, () => replace(ledger, 1, [one, other])));
    expect(ends.filter(({ done }) => done)).toHaveLength(1);
    expect(await ledger.deeds()).toEqual({ version: 2, deeds: [one, other], holds: [] });
  });

  test("is changed together with a history, or neither is", async () => {
    const ledger = await open();
    const deeds = { kind: "deeds", version: 0, deeds: [one], holds: [] } as const;
    expect(await ledger.transact([recorded({}, { version: 1 }), deeds])).toEqual({
      done: false,
      refused: [0],
    });
    expect(await ledger.deeds()).toEqual({ version: 0, deeds: [], holds: [] });

    expect(await ledger.transact([recorded(), deeds])).toEqual({ done: true });
    expect(await ledger.deeds()).toEqual({ version: 1, deeds: [one], holds: [] });
    expect(await ledger.history(one.resource)).toMatchObject({ version: 1 });

    const again = recorded({ verdict: "violating" }, { version: 1 });
    expect(await ledger.transact([again, deeds])).toEqual({ done: false, refused: [1] });
    expect(await ledger.history(one.resource)).toMatchObject({ version: 1 });
  });

  test("is replaced once in a transaction", async () => {
    const ledger = await open();
    const writes = [
      { kind: "deeds", version: 0, deeds: [one], holds: [] },
      { kind: "deeds", version: 1, deeds: [one, other], holds: [] },
    ] as const;
    expect(await ledger.transact(writes)).toEqual({ done: false, refused: [1] });
    expect(await ledger.deeds()).toEqual({ version: 0, deeds: [], holds: [] });
  });
}
