import { expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { keyActivations } from "./activation.ts";

const { config } = loadConfig(
  `version: 1
dimensions: { team: [ml-team, owner] }
tags: { cost-center: { required: false }, ml-team: { required: true }, ml-project: { required: { when: { ml-team: [vision] } } } }
pools: [{ name: gpus, match: { tags: { cluster: ml, "aws:eks:cluster-name": ml } }, method: even }]`,
  "tagledger.yaml",
);

test("the keys of the schema and of its rules are held against billing, required ones first", () => {
  const known = [
    { key: "ml-team", active: true },
    { key: "ml.team", active: true },
    { key: "ml_team", active: false },
    { key: "ml-project", active: false },
  ];
  const given = keyActivations(config, known);
  expect(given.map(({ key, required, status }) => [key, required, status])).toEqual([
    ["ml-project", true, "inactive"],
    ["ml-team", true, "active"],
    ["cluster", false, "unseen"],
    ["cost-center", false, "unseen"],
    ["owner", false, "unseen"],
  ]);
  expect(given[1]?.collapsesWith).toEqual(["ml.team"]);
});
