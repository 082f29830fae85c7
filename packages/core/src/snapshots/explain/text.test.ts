import { describe, expect, test } from "vitest";
import { rational } from "../../costs/rational.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { attributed, chargesOf } from "../../costs/testing/attribution.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { explain } from "./explain.ts";
import { LinesOf } from "./lines.ts";
import { renderExplanationText } from "./text.ts";
import { whatIf } from "./what-if.ts";

const sha256 = () => "5d0cf4a1b2c3d4e5";

describe("as text", () => {
  test("a share is led back to ways, drivers, rules and lines, on 80 columns", async () => {
    const config = departments(["obs", "k8s"], "reciprocal");
    const bill = await madeSnapshot(config, DEPARTMENT_LINES, DEPARTMENT_USAGE, { sha256 });
    const found = new LinesOf({ pools: new Set(["obs"]), team: "vision" });
    const lines = found.of(await attributed(config, chargesOf(config, DEPARTMENT_LINES), found));
    const wish = whatIf(bill, { team: "vision", metric: "use", pool: "obs", factor: rational(1n, 2n) });
    const text = renderExplanationText(explain(bill, { team: "vision", pool: "obs" }, lines), {
      width: 80,
      wish,
    });
    expect(text).toMatchInlineSnapshot(`
      "vision
      September 2026, effective cost in USD, snapshot 5d0cf4a1b2c3 of 2026-10-03 00:00
        UTC
      bill: version 1 (8d41) of ml-showback

                                   USD
      ─────────────────────  ─────────
      direct                  5,000.00
      share of obs            1,193.88
      shares of other pools   4,897.96
      ─────────────────────  ─────────
      total                  11,091.84

      with 1/2 × its use of obs, vision would bear 559.58 USD less; the bill stays, so
        others bear the difference:
                      is   would be  difference
      ───────  ─────────  ─────────  ──────────
      nlp      36,785.71  37,016.13     +230.42
      ranking  61,122.45  61,451.61     +329.16
      vision   11,091.84  10,532.26     -559.58

      pool obs: 1,193.88 of 9,000.00 USD
      divided by usage of September 2026 (usage: use × 1), complete to 100.0%,
        confidence 100.0%
      pools[0]: { name: obs, match: { service: AmazonCloudWatch }, includeTagged:
        false, onMissingUsage: hold, method: usage, metric: { use: "1" }, idle: share
        }
      allocation: reciprocal
      fraction 13/98 (13.3%), exactly 1,193.877551…, rounded 1,193.88
      - rounded up by one 0.01: its remainder, 37/49 of 0.01, is number 1 in size, and
        2 × 0.01 were left

      how money of obs comes to the team        fraction      exactly
      ──────────────────────────────────  ──────────────  ───────────
      obs                                   1/10 (10.0%)  900.00
      obs -> k8s                            3/100 (3.0%)  270.00
      round again through these pools     13/4900 (0.3%)   23.877551…

      lines of the bill in obs                        lines    amount
      ──────────────────────────────────────────────  ─────  ────────
      AmazonCloudWatch Metrics Usage in 111122223333      1  6,000.00
      AmazonCloudWatch Logs Usage in 111122223333         1  3,000.00
      ──────────────────────────────────────────────  ─────  ────────
                                                          2  9,000.00

      what obs was divided by  use      fraction
      ───────────────────────  ───  ────────────
      ranking                   40   2/5 (40.0%)
      nlp                       30  3/10 (30.0%)
      pool:k8s                  20   1/5 (20.0%)
      vision                    10  1/10 (10.0%)

      where the use of vision is from  metric  rows  hours  quantity
      ───────────────────────────────  ──────  ────  ─────  ────────
      usage.csv:5                      use        1    720        10

      what k8s was divided by  use      fraction
      ───────────────────────  ───  ────────────
      ranking                   50   1/2 (50.0%)
      nlp                       25   1/4 (25.0%)
      vision                    15  3/20 (15.0%)
      pool:obs                  10  1/10 (10.0%)

      where the use of vision is from  metric  rows  hours  quantity
      ───────────────────────────────  ──────  ────  ─────  ────────
      usage.csv:9                      use        1    720        15
      "
    `);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("the lines of direct cost are told by how the team was established, the largest by name", async () => {
    const config = sharingConfig(["vision"], "  - { name: none, method: even }");
    const charges = Array.from({ length: 11 }, (_, index) => ({
      service: `Service${index}`,
      amount: `${100 - index}`,
      tags: { "ml-team": "vision" },
    }));
    const found = new LinesOf({ pools: new Set(), team: "vision" });
    const lines = found.of(await attributed(config, chargesOf(config, charges), found));
    const text = renderExplanationText(
      explain(await madeSnapshot(config, charges), { team: "vision" }, lines),
    );
    expect(text).toContain("direct, by its own tag");
    expect(text).toMatch(/Service7 Usage +1 +93\.00\n3 others +3 +273\.00\n/);
  });

  test("a team that bears more than it would alone is warned about", async () => {
    const config = sharingConfig(
      ["idle", "vision"],
      "  - { name: even, match: { service: AmazonECR }, method: even }",
    );
    const bill = await madeSnapshot(config, [{ service: "AmazonECR", amount: "10" }]);
    expect(renderExplanationText(explain(bill, { team: "idle" }, null))).toContain(
      "warning: idle bears 5 USD of shared cost; alone it would bear 0: it is not known to use 5 of even,\n  whose use nobody measures",
    );
  });

  test("what nobody measured, or nobody keeps any more, is told as such", async () => {
    const config = sharingConfig(
      ["a\u202eb"],
      "  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 }, onMissingUsage: even }",
    );
    const bill = await madeSnapshot(
      config,
      [{ service: "AmazonEC2", amount: "10" }],
      [used("gpu", "unowned:x", "0")],
    );
    const text = renderExplanationText(explain(bill, { team: "a\u202eb" }, null));
    expect(text).toContain("divided evenly, for want of usage (usage: use × 1)");
    expect(text).toContain("lines of the bill in gpu: the bill is not kept any more");
    expect(text).toContain("a\\u{202e}b");
    expect(text).not.toContain("\u202e");
  });
});
