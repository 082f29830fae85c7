import { claim, DAY, makeEvent, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of events. */
export function eventContract(open: () => Promise<Ledger>): void {
  test("are claimed once", async () => {
    const ledger = await open();

    expect(await ledger.transact([claim("a", { outcome: "skipped", reason: "failed-call" })])).toEqual({
      done: true,
    });
    expect(await ledger.transact([claim("a")])).toEqual({ done: false, refused: [0] });

    expect(await ledger.event("a", START)).toEqual(
      makeEvent("a", { outcome: "skipped", reason: "failed-call" }),
    );
  });

  test("are not there before", async () => {
    expect(await (await open()).event("a", START)).toBeNull();
  });

  test("are claimed by one of many at the same time", async () => {
    const ledger = await open();
    const ends = await Promise.all(Array.from({ length: 50 }, () => ledger.transact([claim("a")])));
    expect(ends.filter(({ done }) => done)).toHaveLength(1);
  });

  test("are forgotten when they expire, not a moment before", async () => {
    const ledger = await open();
    const expires = START + DAY;
    await ledger.transact([claim("a", { expires })]);

    expect(await ledger.event("a", expires - 1)).not.toBeNull();
    expect(await ledger.event("a", expires)).toBeNull();
    const again = (at: number) => ledger.transact([claim("a", { at, expires: at + DAY })]);
    expect(await again(expires - 1)).toEqual({ done: false, refused: [0] });
    expect(await again(expires)).toEqual({ done: true });
    expect(await ledger.event("a", expires)).toMatchObject({ at: expires });
  });

  test("are all claimed, or none where one cannot be", async () => {
    const ledger = await open();
    await ledger.transact([claim("b")]);

    expect(await ledger.transact([claim("a"), claim("b"), claim("c")])).toEqual({
      done: false,
      refused: [1],
    });

    expect(await ledger.event("a", START)).toBeNull();
    expect(await ledger.event("c", START)).toBeNull();
  });

  test("count as done where one transaction claims them twice", async () => {
    const ledger = await open();
    expect(await ledger.transact([claim("a"), claim("b"), claim("a")])).toEqual({
      done: false,
      refused: [2],
    });
    expect(await ledger.event("b", START)).toBeNull();
  });

  test("are told apart whatever their ids are", async () => {
    const ledger = await open();
    for (const id of TEXTS) expect(await ledger.transact([claim(id)]), id).toEqual({ done: true });
    for (const id of TEXTS) {
      expect(await ledger.transact([claim(id)]), id).toEqual({ done: false, refused: [0] });
      expect((await ledger.event(id, START))?.eventId).toBe(id);
    }
  });

  test("must expire after they were claimed", async () => {
    const ledger = await open();
    await expect(ledger.transact([claim("a", { expires: START })])).rejects.toThrow(RangeError);
    await expect(ledger.transact([claim("a", { expires: Number.NaN })])).rejects.toThrow(RangeError);
  });
}
