import { claim, DAY, makeEvent, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of events. */
export function eventContract(open: () => Promise<Ledger>): void {
  test("is not taken for another that was given the same id", async () => {
    const ledger = await open();
    expect(await ledger.transact([claim("a"), claim("a", { fingerprint: "f2" })])).toEqual({ done: true });
    expect(await ledger.transact([claim("a", { fingerprint: "f2" })])).toEqual({ done: false, refused: [0] });
    expect(await ledger.event("a", START)).toMatchObject({ eventId: "a" });
  });

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

  describe("are counted", () => {
    const skipped = { outcome: "skipped", reason: "failed-call" } as const;
    const told = (outcome: string, reason: string | null, count: number) => ({ outcome, reason, count });

    test("by day, outcome and reason, the most frequent first", async () => {
      const ledger = await open();
      const days = [START - 1, START, START + DAY - 1, START + DAY];
      for (const [index, at] of days.entries()) {
        await ledger.transact([claim(`evaluated-${index}`, { at, expires: at + DAY })]);
      }
      for (let index = 0; index < 20; index += 1) await ledger.transact([claim(`skipped-${index}`, skipped)]);
      await ledger.transact([
        claim("a", { outcome: "skipped", reason: "excluded" }),
        claim("b", { outcome: "skipped" }),
        claim("c", { outcome: "unreadable", reason: "no id" }),
      ]);
      expect(await ledger.events("2026-08-31")).toEqual([told("evaluated", null, 1)]);
      expect(await ledger.events("2026-09-01")).toEqual([
        told("skipped", "failed-call", 20),
        told("evaluated", null, 2),
        told("skipped", null, 1),
        told("skipped", "excluded", 1),
        told("unreadable", "no id", 1),
      ]);
      expect(await ledger.events("2026-09-03")).toEqual([]);
    });

    test("once each, on the day of their last claim", async () => {
      const ledger = await open();
      await ledger.transact([claim("a")]);
      await ledger.transact([claim("a")]);
      expect(await ledger.events("2026-09-01")).toEqual([told("evaluated", null, 1)]);
      await ledger.transact([claim("a", { ...skipped, at: START + DAY, expires: START + 2 * DAY })]);
      expect(await ledger.events("2026-09-01")).toEqual([]);
      expect(await ledger.events("2026-09-02")).toEqual([told("skipped", "failed-call", 1)]);
    });

    test("by reasons of any kind", async () => {
      const ledger = await open();
      for (const reason of TEXTS) await ledger.transact([claim(reason, { outcome: "skipped", reason })]);
      const counted = await ledger.events("2026-09-01");
      expect(counted).toHaveLength(TEXTS.length);
      expect(new Set(counted.map(({ reason }) => reason))).toEqual(new Set(TEXTS));
    });

    test("by the thousand", async () => {
      const ledger = await open();
      const ids = Array.from({ length: 2000 }, (_, index) => `${index}`);
      for (let start = 0; start < ids.length; start += 100) {
        await ledger.transact(ids.slice(start, start + 100).map((id) => claim(id)));
      }
      expect(await ledger.events("2026-09-01")).toEqual([told("evaluated", null, 2000)]);
    });

    test("until they are forgotten", async () => {
      const ledger = await open();
      await ledger.transact([claim("a", { expires: START + 1 }), claim("b")]);
      await ledger.forget({ personalBefore: 0, expiredBy: START + 1 });
      expect(await ledger.events("2026-09-01")).toEqual([told("evaluated", null, 1)]);
    });

    test.each(["", "2026-09", "2026-9-1", "2026-09-01T00:00Z"])("on no day %j", async (day) => {
      await expect((await open()).events(day)).rejects.toMatchObject({ code: "bad-input" });
    });
  });

  test("must expire after they were claimed", async () => {
    const ledger = await open();
    await expect(ledger.transact([claim("a", { expires: START })])).rejects.toThrow(RangeError);
    await expect(ledger.transact([claim("a", { expires: Number.NaN })])).rejects.toThrow(RangeError);
  });
}
