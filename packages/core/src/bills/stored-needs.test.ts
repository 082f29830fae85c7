import { describe, expect, test } from "vitest";
import { configOf } from "../costs/testing/attribution.ts";
import { missingNeeds, storedNeeds } from "./stored-needs.ts";

const POOL = `pools: [{ name: gpu, match: { usageType: "*:p5.*" }, method: even }]`;
const KEYS = "dimensions: { team: ml-team, project: p }";

describe("stored cells", () => {
  test("can be placed by the configuration that they were made for", () => {
    const config = configOf(
      `${KEYS}\n${POOL}\npolicies: { tax: follow, credit: { team: a } }\nteams: { a: {} }`,
    );
    expect(missingNeeds(config, storedNeeds(config))).toEqual([]);
    expect(storedNeeds(config)).toEqual({
      facts: ["account", "region", "service", "usageType"],
      tagKeys: ["ml-team", "p"],
      instants: [],
      follows: ["tax"],
    });
  });

  test("can be placed by one that asks for less, in other spellings and another order", () => {
    const stored = { ...storedNeeds(configOf(`${KEYS}\n${POOL}`)), tagKeys: ["p", "user:ml.team"] };
    expect(missingNeeds(configOf("dimensions: { team: ml-team }"), stored)).toEqual([]);
  });

  test.each([
    ["a fact", `${KEYS}\n${POOL}`, ["usageType"]],
    ["a tag", "dimensions: { team: [ml-team, owner], project: p }", ["the tag owner"]],
    [
      "an instant",
      `${KEYS}\nteams: { a: { aliases: [{ name: b, from: 2026-09-10 }] } }`,
      ["what came before 2026-09-10T00:00:00.000Z"],
    ],
    ["a kind that follows", `${KEYS}\npolicies: { refund: follow }`, ["region", "the resources of refund"]],
  ])("lack %s that another configuration asks for", (_, config, missing) => {
    expect(missingNeeds(configOf(config), storedNeeds(configOf(KEYS)))).toEqual(missing);
  });

  test("always tell accounts and services apart", () => {
    const config = configOf(`${KEYS}\nscope: { accounts: ["1"], services: [ec2] }`);
    expect(missingNeeds(config, { ...storedNeeds(config), facts: [] })).toEqual([]);
  });
});
