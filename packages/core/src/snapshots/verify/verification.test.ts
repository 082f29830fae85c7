import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestOf } from "../canonical.ts";
import type { Snapshot } from "../snapshot.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeDivision, madeSnapshot } from "../testing/made-snapshot.ts";
import { verification } from "./verification.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const CONFIG = departments(["obs", "k8s"]);

const made = () => madeSnapshot(CONFIG, DEPARTMENT_LINES, DEPARTMENT_USAGE, { sha256 });
const again = () => madeDivision(CONFIG, DEPARTMENT_LINES, DEPARTMENT_USAGE, { sha256 });

/** Somebody who changes something, and writes the digest anew. */
function forged(snapshot: Snapshot): Snapshot {
  return { ...snapshot, digest: digestOf(snapshot, sha256) };
}

describe("a snapshot", () => {
  test("that is what it was is proven line by line", async () => {
    const found = verification(await made(), await again(), sha256);
    expect(found).toMatchObject({ holds: true, recomputed: true });
    expect(
      found.proofs.map(({ states, details: [detail] }) => `${states}: ${detail?.slice(0, 40)}`),
    ).toMatchInlineSnapshot(`
      [
        "it is what was kept: its digest is that of its content: e3751b3e135fdf7c7ebe3060241304193f35b33f",
        "its configuration is the one whose hash it names: d6890baa85bd5a550dc1a15544535472a9e2f610",
        "its id follows from the kept bill, usage and configuration: 372896728a583e449daab62d3f2297273bdd2915",
        "every figure follows from the kept bill, usage and configuration: 6 lines of the bill, 8 rows of usage",
        "the shares of every pool sum to its amount: 2 pools, 6 shares",
        "the fractions of every pool sum to 1: 6 fractions",
        "every share is within one quantum of its fraction of the pool, and as its rounding says: 6 shares",
        "the pools, divided again by the kept usage and configuration, come out the same: 2 pools, 8 rows of usage",
        "direct + shared + unallocated + excluded = the bill: 109000 USD",
        "billed + bridge = the bill: 109000 USD + 0",
        "the figures of teams sum to these totals: 3 teams, 6 leaves",
      ]
    `);
  });

  test("whose bill is gone is proven as far as it can be, and says what cannot", async () => {
    const found = verification(await made(), { gone: "version 1 is not kept any more" }, sha256);
    expect(found).toMatchObject({ holds: true, recomputed: false });
    expect(found.proofs.filter(({ holds }) => holds === null).map(({ details }) => details)).toEqual([
      ["version 1 is not kept any more"],
      ["version 1 is not kept any more"],
    ]);
  });

  test("that was changed does not have its digest", async () => {
    const snapshot = await made();
    const found = verification({ ...snapshot, at: snapshot.at + 1 }, await again(), sha256);
    expect(found.holds).toBe(false);
    expect(found.proofs.filter(({ holds }) => holds === false).map(({ states }) => states)).toEqual([
      "it is what was kept: its digest is that of its content",
    ]);
  });

  test("of another bill than the one that is kept is told by the first differences", async () => {
    const lines = DEPARTMENT_LINES.map((line, index) =>
      index === 2 ? { ...line, amount: "30000.01" } : line,
    );
    const other = await madeDivision(CONFIG, lines, DEPARTMENT_USAGE, { sha256 });
    const { proofs } = verification(await made(), other, sha256);
    const [, , id, figures] = proofs;
    expect(id?.holds).toBe(false);
    expect(figures?.details).toContain("report.totals.bill: kept 109000, recomputed 109000.01");
    expect(figures?.details.at(-1)).toMatch(/^and \d+ more$/);
  });

  test("whose configuration was changed does not name its hash", async () => {
    const snapshot = await made();
    const config = { ...snapshot.config, allocation: "direct" as const };
    const { proofs } = verification(forged({ ...snapshot, config }), { gone: "gone" }, sha256);
    expect(proofs.filter(({ holds }) => holds === false).map(({ states }) => states)).toEqual([
      "its configuration is the one whose hash it names",
      "the pools, divided again by the kept usage and configuration, come out the same",
    ]);
  });
});
