import { describe, expect, test } from "vitest";
import { formatAmount } from "../../costs/money.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { DEPARTMENT_LINES, DEPARTMENT_USAGE, departments } from "../testing/departments.ts";
import { madeSnapshot } from "../testing/made-snapshot.ts";
import { fairness } from "./fairness.ts";

const LINES = [
  { service: "AmazonEC2", amount: "15" },
  { service: "AmazonCloudWatch", amount: "15" },
  { service: "AmazonS3", amount: "1", tags: { "ml-team": "nlp" } },
];
const GPU = "  - { name: gpu, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 } }";
const WATCH = "  - { name: watch, match: { service: AmazonCloudWatch }, method: even }";
const TEAMS = ["nlp", "ranking", "vision"];

async function judged(pools: readonly string[], usage: readonly UsageRow[], lines = LINES) {
  const { teams, coalition } = fairness(
    await madeSnapshot(sharingConfig(TEAMS, pools.join("\n")), lines, usage),
  );
  return {
    teams: Object.fromEntries(
      teams.map(({ team, share, alone, excess, unused }) => [
        team,
        [share, alone, excess]
          .map(formatAmount)
          .concat(unused.map(({ pool, measured }) => `${pool} ${measured}`)),
      ]),
    ),
    coalition:
      coalition === null
        ? null
        : [
            coalition.teams.join("+"),
            ...[coalition.share, coalition.alone, coalition.excess].map(formatAmount),
          ],
  };
}

describe("what a team would bear alone", () => {
  test("is the whole of the pools that it uses, also through pools that use them", async () => {
    const { teams, coalition } = fairness(
      await madeSnapshot(
        departments(["obs", "k8s"]),
        DEPARTMENT_LINES,
        DEPARTMENT_USAGE.filter(({ pool, team }) =>
          pool === "obs" ? team === "pool:k8s" || team === "nlp" : true,
        ),
      ),
    );
    expect(teams.find(({ team }) => team === "vision")).toMatchObject({
      alone: 39000n * 10n ** 24n,
      excess: 0n,
      unused: [],
    });
    expect(coalition).toBeNull();
  });

  test("is never less than its share where every pool is divided by use", async () => {
    const found = await judged([GPU], [used("gpu", "nlp", "1"), used("gpu", "vision", "3")]);
    expect(found).toEqual({
      teams: { nlp: ["3.75", "15", "0"], vision: ["11.25", "15", "0"] },
      coalition: null,
    });
  });

  test("is nothing for a team that uses nothing and yet bears an even part", async () => {
    const found = await judged([GPU, WATCH], [used("gpu", "nlp", "1"), used("gpu", "vision", "3")]);
    expect(found.teams.ranking).toEqual(["5", "0", "5", "watch false"]);
    expect(found.teams.nlp).toEqual(["8.75", "15", "0", "watch false"]);
    expect(found.coalition).toBeNull();
  });

  test("leaves out what was given back", async () => {
    const credited = LINES.map((line) =>
      line.service === "AmazonCloudWatch" ? { ...line, amount: "-15" } : line,
    );
    const found = await judged([GPU, WATCH], [used("gpu", "nlp", "1")], credited);
    expect(found.teams.nlp).toEqual(["15", "15", "0"]);
    expect(found.teams.ranking).toEqual(["0", "0", "0"]);
  });
});

describe("teams together", () => {
  const bothUse = [used("gpu", "nlp", "1"), used("gpu", "ranking", "1"), used("watch", "vision", "1")];

  test("bear too much though none does alone", async () => {
    const found = await judged([GPU, WATCH], bothUse);
    expect(found.teams.nlp).toEqual(["12.5", "15", "0", "watch true"]);
    expect(found.teams.vision).toEqual(["5", "15", "0"]);
    expect(found.coalition).toEqual(["nlp+ranking", "25", "15", "10"]);
  });

  test("bear no more than alone where one of them uses what the others pay too", async () => {
    const found = await judged(
      [GPU, WATCH],
      [...bothUse, used("watch", "nlp", "1"), used("watch", "ranking", "1")],
    );
    expect(found.coalition).toBeNull();
  });
});
