import { describe, expect, test } from "vitest";
import type { PeriodState, Pointer } from "../bills/period-state.ts";
import type { PeriodRecords } from "./change-period.ts";
import { closePeriod } from "./close-period.ts";
import { reopenPeriod } from "./reopen-period.ts";

const POINTER: Pointer = {
  version: "v1",
  sequence: 1,
  chain: [1],
  deliveredAt: 0,
  payers: [],
  configuration: "c",
};
const OPEN: PeriodState = {
  period: "2026-09",
  revision: 3,
  closed: null,
  pointers: { "ml-showback": POINTER },
  sequences: { "ml-showback": 1 },
};
const REQUEST = { period: "2026-09", by: "ann", reason: "invoiced", now: Date.UTC(2026, 9, 10) };

/** Keeps one period; `meanwhile` is what somebody else makes of it, before each write, as long as there is any. */
function keeping(first: PeriodState | null, meanwhile: ((state: PeriodState) => PeriodState)[] = []) {
  let kept = first;
  const records: PeriodRecords = {
    periods: async () => (kept === null ? [] : [kept]),
    period: async (period) =>
      kept?.period === period ? kept : { period, revision: 0, closed: null, pointers: {}, sequences: {} },
    transact: async ([write]) => {
      const other = meanwhile.shift();
      if (other !== undefined && kept !== null) kept = { ...other(kept), revision: kept.revision + 1 };
      if (write?.kind !== "period" || write.revision !== (kept?.revision ?? 0))
        return { done: false, refused: [0] };
      kept = write.state;
      return { done: true };
    },
  };
  return { records, kept: () => kept };
}

describe("closing a period", () => {
  test("keeps who did it, when and why, and what is read", async () => {
    const { records, kept } = keeping(OPEN);
    const state = await closePeriod({ records }, REQUEST);
    expect(state).toEqual({
      ...OPEN,
      revision: 4,
      closed: { at: REQUEST.now, by: "ann", reason: "invoiced" },
    });
    expect(kept()).toEqual(state);
  });

  test("closes what a delivery made of it in the meantime", async () => {
    const newer = { ...POINTER, version: "v2", sequence: 2, chain: [1, 2] };
    const { records, kept } = keeping(OPEN, [(state) => ({ ...state, pointers: { "ml-showback": newer } })]);
    await closePeriod({ records }, REQUEST);
    expect(kept()).toMatchObject({
      revision: 5,
      closed: { by: "ann" },
      pointers: { "ml-showback": { version: "v2" } },
    });
  });

  test("is refused where somebody closed it in the meantime", async () => {
    const { records, kept } = keeping(OPEN, [
      (state) => ({ ...state, closed: { at: 5, by: "ben", reason: "first" } }),
    ]);
    await expect(closePeriod({ records }, REQUEST)).rejects.toThrow("2026-09 is closed already, by ben");
    expect(kept()?.closed?.by).toBe("ben");
  });

  test.each<[string, PeriodState | null, string]>([
    ["that nobody knows", null, "2026-09: nothing is known of this period; no bill was taken in"],
    [
      "that is not the one there is",
      { ...OPEN, period: "2026-08" },
      "nothing is known of this period; there is 2026-08",
    ],
    ["of which nothing is published", { ...OPEN, pointers: {} }, "2026-09: no bill of it is published yet"],
  ])("is refused for one %s", async (_, state, message) => {
    const { records, kept } = keeping(state);
    await expect(closePeriod({ records }, REQUEST)).rejects.toThrow(message);
    expect(kept()).toEqual(state);
  });

  test("is refused for what is no month", async () => {
    const { records } = keeping(OPEN);
    await expect(closePeriod({ records }, { ...REQUEST, period: "2026-9" })).rejects.toThrow("no");
  });

  test("gives up where others change it all the time", async () => {
    const others = Array.from({ length: 50 }, () => (state: PeriodState) => state);
    const { records, kept } = keeping(OPEN, others);
    await expect(closePeriod({ records }, REQUEST)).rejects.toMatchObject({ code: "outside-failure" });
    expect(kept()?.closed).toBeNull();
  });
});

describe("opening a period again", () => {
  test("keeps who did it, when and why", async () => {
    const { records, kept } = keeping(OPEN);
    await closePeriod({ records }, REQUEST);
    await reopenPeriod({ records }, { ...REQUEST, by: "ben", reason: "credit", now: REQUEST.now + 1 });
    expect(kept()).toEqual({
      ...OPEN,
      revision: 5,
      closed: null,
      reopened: { at: REQUEST.now + 1, by: "ben", reason: "credit" },
    });
    await closePeriod({ records }, REQUEST);
    expect(kept()).toMatchObject({ closed: { by: "ann" }, reopened: { by: "ben" } });
  });

  test("is refused where it is not closed, or nobody knows it", async () => {
    await expect(reopenPeriod(keeping(OPEN), REQUEST)).rejects.toThrow("2026-09 is not closed");
    await expect(reopenPeriod(keeping(null), REQUEST)).rejects.toThrow("nothing is known");
  });
});
