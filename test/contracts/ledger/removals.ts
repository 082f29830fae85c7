import {
  ARN,
  claim,
  makeAccrual,
  makeCreated,
  makeTagged,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";
import { accrualsOf } from "./spend.ts";

/** What every ledger holds of the removal of what turned out never to have been. */
export function removalContract(open: () => Promise<Ledger>): void {
  const two = recorded({}, { facts: [makeCreated()], accruals: [makeAccrual()] });
  const kept = recorded(
    { incarnation: "kept", due: START },
    { version: 1, accruals: [makeAccrual({ incarnation: "kept" })] },
  );
  const removal = (version: number) => changed({ version, removed: ["event-1"], facts: [makeTagged()] });

  const filled = async () => {
    const ledger = await open();
    for (const write of [two, kept]) await ledger.transact([write]);
    return ledger;
  };

  test("a record with what it costs, wherever they are listed", async () => {
    const ledger = await filled();
    expect(await ledger.transact([removal(2)])).toEqual({ done: true });
    const { incarnations, accruals } = kept;
    expect(await ledger.history(ARN)).toEqual({
      resource: ARN,
      version: 3,
      incarnations,
      accruals,
      facts: [makeCreated(), makeTagged()],
    });
    expect((await ledger.resources({ limit: 10 })).items).toEqual(incarnations);
    expect((await ledger.resources({ limit: 10, team: "fraud-detection" })).items).toEqual(incarnations);
    expect(await accrualsOf(ledger, "2026-09")).toEqual(accruals);
  });

  test("nothing where the history has another version", async () => {
    const ledger = await filled();
    const before = await ledger.history(ARN);
    expect(await ledger.transact([claim("a"), removal(1)])).toEqual({ done: false, refused: [1] });
    expect(await ledger.history(ARN)).toEqual(before);
    expect(await accrualsOf(ledger, "2026-09")).toHaveLength(2);
  });

  test("what is due", async () => {
    const ledger = await filled();
    expect(await ledger.due(START, 10)).toEqual(kept.incarnations);
    await ledger.transact([changed({ version: 2, removed: ["kept", "kept"] })]);
    expect(await ledger.due(START, 10)).toEqual([]);
  });

  test("nothing where there is nothing", async () => {
    const ledger = await filled();
    expect(await ledger.transact([changed({ version: 2, removed: ["never"] })])).toEqual({ done: true });
    expect(await ledger.history(ARN)).toMatchObject({ version: 3, incarnations: [{}, {}] });
  });

  test("nothing that they write", async () => {
    const ledger = await open();
    for (const write of [
      recorded({}, { removed: ["event-1"] }),
      changed({ accruals: [makeAccrual()], removed: ["event-1"] }),
    ]) {
      await expect(ledger.transact([write])).rejects.toThrow(RangeError);
    }
  });
}
