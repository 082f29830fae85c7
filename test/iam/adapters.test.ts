import { loadListers } from "@tagledger/adapters/aws/inventory/listers";
import { TABLE } from "@tagledger/adapters/aws/remedies/table";
import { serviceCalls } from "@tagledger/core/policy/iam/calls/all";
import { expect, test } from "vitest";
import { actionOf, changes } from "./actions.ts";
import { adapterCalls } from "./adapter-calls.ts";
import { allowedActions, granted } from "./granted.ts";
import { EVERYTHING } from "./settings.ts";

const LISTERS = ["inventory/listers/*.ts", "inventory/explored.ts"];
const READERS = [
  "inventory/readers/*.ts",
  "inventory/ec2/*.ts",
  "inventory/ecs/*.ts",
  "inventory/sagemaker/*.ts",
];
const ACTING = ["remedies/**/*.ts", "tagging/**/*.ts"];

const read = (patterns: readonly string[]) => adapterCalls(...patterns);
const sweep = allowedActions(granted("sweep", EVERYTHING));
const onDue = allowedActions(granted("on-due", EVERYTHING));
const missing = (calls: readonly string[], allowed: readonly string[]) =>
  calls.filter((call) => !allowed.includes(call));

test("a sweep may make every call by which the inventory lists and looks", () => {
  const calls = read([...LISTERS, ...READERS, "inventory/tagged.ts"]);
  expect(calls.length).toBeGreaterThan(90);
  expect(missing(calls, sweep)).toEqual([]);
});

test("what is due may be looked at and done by every call that inventory, remedies and tagger make", () => {
  const calls = read([...READERS, ...ACTING]);
  expect(calls.length).toBeGreaterThan(150);
  expect(missing(calls, onDue)).toEqual([]);
});

test.each([
  ["sweep", [...LISTERS, ...READERS, "inventory/tagged.ts"]],
  ["on-due", [...READERS, ...ACTING]],
  ["reader", [...LISTERS, ...READERS, "inventory/tagged.ts"]],
  ["remediation", [...READERS, ...ACTING]],
] as const)("%s may read nothing of others that nobody asks", async (asker, patterns) => {
  const calls = read(patterns);
  const own = ["dynamodb:GetItem", "dynamodb:Query", "s3:GetObject", "s3:ListBucket", "pricing:GetProducts"];
  const unasked = [];
  for (const name of allowedActions(granted(asker, EVERYTHING))) {
    const action = await actionOf(name);
    if (action !== null && !changes(action) && ![...calls, ...own].includes(name)) unasked.push(name);
  }
  expect(unasked).toEqual([]);
});

test("what can be done about something is known for the types that the adapters have remedies for", () => {
  const known = serviceCalls.flatMap(({ remedied = {} }) => Object.keys(remedied));
  expect(known.toSorted()).toEqual(Object.keys(TABLE).sort());
});

test("what is listed is what the listers say that they call", async () => {
  const listed = serviceCalls.flatMap(({ lists = [] }) => lists);
  const said = (await loadListers()).flatMap(({ calls }) => calls);
  expect(new Set(listed)).toEqual(new Set(said));
});
