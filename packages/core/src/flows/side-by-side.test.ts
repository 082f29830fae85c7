import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AuditItem } from "../reports/audit/audited.ts";
import { sideBySide } from "./side-by-side.ts";

/** An audit that gives so many items, remembers what became of it, and may break after them. */
function auditOf(name: string, count: number, { breaks = false } = {}) {
  const seen = { given: 0, isClosed: false };
  async function* items(): AsyncGenerator<AuditItem> {
    try {
      for (let n = 0; n < count; n++) {
        seen.given++;
        yield { place: `${name}:${n}`, problem: "x", foreign: false };
      }
      if (breaks) throw new Error(`${name} breaks`);
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, items: items() };
}

async function places(pairs: AsyncIterable<readonly [AuditItem, AuditItem]>): Promise<string[]> {
  const all: string[] = [];
  for await (const [one, other] of pairs) all.push(`${one.place} ${other.place}`);
  return all;
}

describe("two audits side by side", () => {
  test("are paired one for one, up to the end of the shorter", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(8), fc.nat(8), async (left, right) => {
        const [one, other] = [auditOf("a", left), auditOf("b", right)];
        expect(await places(sideBySide(one.items, other.items))).toEqual(
          Array.from({ length: Math.min(left, right) }, (_, n) => `a:${n} b:${n}`),
        );
        expect(one.seen.isClosed).toBe(true);
        if (left > 0) expect(other.seen.isClosed).toBe(true);
      }),
    ));

  test("are never further apart than one item, so that memory holds two", async () => {
    const [one, other] = [auditOf("a", 5), auditOf("b", 5)];
    for await (const _ of sideBySide(one.items, other.items)) expect(one.seen.given).toBe(other.seen.given);
    expect(other.seen.given).toBe(5);
  });

  test("are both closed where nobody wants more", async () => {
    const [one, other] = [auditOf("a", 5), auditOf("b", 5)];
    for await (const _ of sideBySide(one.items, other.items)) break;
    expect([one.seen, other.seen]).toEqual([
      { given: 1, isClosed: true },
      { given: 1, isClosed: true },
    ]);
  });

  test.each([
    ["the first", true, "a breaks"],
    ["the second", false, "b breaks"],
  ])("are both closed where %s breaks, and the error is told", async (_, isFirst, message) => {
    const [one, other] = [
      auditOf("a", isFirst ? 2 : 5, { breaks: isFirst }),
      auditOf("b", isFirst ? 5 : 2, { breaks: !isFirst }),
    ];
    await expect(places(sideBySide(one.items, other.items))).rejects.toThrow(message);
    expect([one.seen.isClosed, other.seen.isClosed]).toEqual([true, true]);
  });
});
