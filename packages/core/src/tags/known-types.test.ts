import { expect, test } from "vitest";
import { services } from "../catalog/services/all.ts";
import { tagLine } from "./remedies/cli.ts";
import { OWN_CALLS } from "./remedies/tag-calls.ts";
import { WORKLOADS } from "./repair/workload.ts";
import { makeSubject } from "./testing/make-subject.ts";

const types = new Set(services.flatMap(({ creations }) => creations.map(({ type }) => type)));
const prefixes = new Set([...types].map((type) => type.split(":", 1).join()));

test("every type that says what it is for is one that the catalog finds, and says it once", () => {
  const told = Object.values(WORKLOADS).flat();
  expect(told.filter((type) => !types.has(type))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
});

test("every type and service that has tagging calls of its own is one that the catalog finds", () => {
  expect(Object.keys(OWN_CALLS).filter((name) => !types.has(name) && !prefixes.has(name))).toEqual([]);
});

test("every type of the catalog with an ARN has a line that tags it, but those of stacks and of identities", () => {
  const write = { set: [["ml-team", "vision"]], remove: [], whole: false } as const;
  const without = [...types].filter((type) => tagLine(makeSubject({ type }), write) === null);
  expect([...new Set(without.map((type) => type.split(":", 1).join()))].sort()).toEqual([
    "cloudformation",
    "iam",
  ]);
});
