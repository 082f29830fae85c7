import { expect, test } from "vitest";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { compare } from "./comparison.ts";
import { renderComparisonText } from "./text.ts";

test("as text, ways stand beside the one in force with what differs, and what is refused says why", async () => {
  const sha256 = () => "5d0cf4a1b2c3d4e5";
  const config = departments(["obs", "k8s"], "reciprocal");
  const bill = await madeSnapshot(config, DEPARTMENT_LINES, DEPARTMENT_USAGE, { sha256 });
  expect(renderComparisonText(compare(bill, { pool: "obs" }), { width: 80 })).toMatchInlineSnapshot(`
    "September 2026, effective cost in USD, snapshot 5d0cf4a1b2c3 of 2026-10-03 00:00
      UTC
    bill: version 1 (8d41) of ml-showback
    rounded; --json tells every digit

    pools settled otherwise, and the difference to now

             now: reciprocal     direct          step-down
    ───────  ───────────────  ─────────  ──────  ─────────  ───────
    nlp            36,785.71  36,708.33  -77.38  36,533.33  -252.38
    ranking        61,122.45  61,166.67  +44.22  61,266.67  +144.22
    vision         11,091.84  11,125.00  +33.16  11,200.00  +108.16

    obs divided otherwise, and the difference to now

              now: use       even
    ───────  ─────────  ─────────  ─────────
    nlp      36,785.71  36,500.00    -285.71
    ranking  61,122.45  59,000.00  -2,122.45
    vision   11,091.84  13,500.00  +2,408.16

    obs: proportional: not possible: pools[0].method: pool "obs" is proportional to
      what others came to: expected order: last under allocation: reciprocal
    "
  `);
});

test("of many teams the largest are named, and the others summed", async () => {
  const teams = Array.from({ length: 30 }, (_, index) => `team-${String(index).padStart(2, "0")}`);
  const config = sharingConfig(
    teams,
    "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 } }",
  );
  const usage = teams.map((team, index) => used("k8s", team, String(index + 1)));
  const bill = await madeSnapshot(config, [{ service: "AmazonEC2", amount: "4650" }], usage);
  const lines = renderComparisonText(compare(bill)).split("\n");
  expect(lines.filter((line) => line.startsWith("team-09 "))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("team-10 "))).toHaveLength(2);
  expect(lines).toContainEqual(
    expect.stringMatching(/^10 others +550\.00 +1,550\.00 +\+1,000\.00 +0\.00 +-550\.00$/),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^nobody +0\.00 +0\.00 +0\.00 +4,650\.00 +\+4,650\.00$/),
  );
});
