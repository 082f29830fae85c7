import { expect, test } from "vitest";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { whatIf } from "./what-if.ts";
import { whatIfText } from "./what-if-text.ts";

test("of many teams those that bear most of the difference are named, and the others summed", async () => {
  const teams = [
    "vision",
    ...Array.from({ length: 29 }, (_, index) => `team-${String(index).padStart(2, "0")}`),
  ];
  const config = sharingConfig(
    teams,
    "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 } }",
  );
  const usage = teams.map((team, index) => used("k8s", team, String(index === 0 ? 100 : index)));
  const bill = await madeSnapshot(config, [{ service: "AmazonEC2", amount: "5350" }], usage);
  const wish = whatIf(bill, { team: "vision", metric: "use", factor: { n: 0n, d: 1n } });
  expect(wish.changes).toHaveLength(30);
  const lines = whatIfText(wish, "USD", 100);
  expect(lines).toHaveLength(1 + 1 + 2 + 20 + 1);
  expect(lines.some((line) => line.startsWith("team-09 "))).toBe(false);
  expect(lines.at(-2)).toMatch(/^vision +1,000\.00 +0\.00 +-1,000\.00$/);
  expect(lines.at(-1)).toMatch(/^10 others +550\.00 +676\.44 +\+126\.44$/);
});
