import { expect, it } from "vitest";
import { TEAMS } from "./company/teams.ts";
import { createCompany, resources } from "./company.ts";
import { createRandom } from "./random.ts";

const all = resources(createCompany(createRandom("1")));

it("gives every resource one ARN, an account and somebody who made it", () => {
  expect(new Set(all.map(({ arn }) => arn)).size).toBe(all.length);
  for (const { arn, account, creator, life } of all) {
    expect(arn).toMatch(/^arn:aws:[a-z0-9]+:/);
    expect(creator).toMatch(new RegExp(`^arn:aws:sts::${account.id}:assumed-role/[^/]+/[^/]+$`));
    expect(life.from).toBeLessThan(life.until);
  }
});

it("has what a bill names barely, and names it so", () => {
  const bare = all.filter(({ arn, billedId }) => arn !== billedId);
  expect(new Set(bare.map(({ type }) => type))).toEqual(new Set(["ec2:instance", "ec2:volume", "s3:bucket"]));
  expect(bare.every(({ arn, billedId }) => arn.endsWith(billedId))).toBe(true);
});

it("is tagged as people tag: clean, dirty, missing and foreign", () => {
  const names = new Set<string | undefined>(Object.values(TEAMS).map(({ name }) => name));
  const teams = new Set<string | undefined>(all.map(({ tags }) => tags["ml-team"]));
  const unclean = [...teams].filter((team) => !names.has(team));
  expect([...names].every((name) => teams.has(name))).toBe(true);
  expect(unclean).toContain(undefined);
  expect(unclean).toContain("vision");
  expect(unclean.some((team) => team?.endsWith(" "))).toBe(true);
  expect(unclean.some((team) => team && team === team.toUpperCase())).toBe(true);
  expect(all.some(({ tags }) => tags.team !== undefined)).toBe(true);
  expect(all.some(({ tags }) => tags["ml-experiment-id"]?.startsWith("exp-"))).toBe(true);
});
