import type { Inventory } from "@tagledger/core/ports";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calmCloud } from "../test/functions/cloud.ts";
import { makeContext } from "../test/functions/context.ts";
import { SCHEDULED } from "../test/functions/invocations.ts";
import { type Output, readOutput } from "../test/functions/output.ts";
import { GOOD, makeSystem, START, type TestSystem } from "../test/functions/system.ts";
import type { Cloud } from "../test/world/cloud.ts";
import { KINDS } from "../test/world/kinds.ts";
import { onSweep } from "./sweep.ts";
import type { AccountInventory } from "./system.ts";

const HOUR = 3_600_000;

let output: Output;
let cloud: Cloud;
let system: TestSystem;

beforeEach(() => {
  output = readOutput();
  cloud = calmCloud();
  system = makeSystem(cloud);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** An account that cannot be listed. */
const BROKEN: Inventory = {
  look: async (sought) => sought.map(() => ({ miss: "denied" })),
  // biome-ignore lint/correctness/useYield: it breaks off before it gives anything
  async *list() {
    throw new Error("the list broke off");
  },
  lists: () => false,
};

function run(
  inventories: readonly AccountInventory[],
  { now = START, left }: { readonly now?: number; readonly left?: () => number } = {},
) {
  const world = { ...system, now: () => now, inventories: async () => inventories };
  return onSweep(async () => world)(SCHEDULED, makeContext(left));
}

test("what no event told of is found", async () => {
  cloud.become(KINDS.queue.arn("jobs"), GOOD);
  expect(await run([{ account: "a", inventory: cloud }])).toEqual({ swept: ["a"], brokenOff: [], left: [] });
  expect((await system.kept.history(KINDS.queue.arn("jobs"))).incarnations).toMatchObject([
    { foundBy: "sweep" },
  ]);
  expect(output.metrics()).toMatchObject({
    SweepFound: 1,
    SweepNeverSeen: 1,
    SweepsDone: 1,
    SweepsBrokenOff: 0,
  });
});

test("an account that cannot be listed holds up no other, and is told of", async () => {
  cloud.become(KINDS.queue.arn("jobs"), GOOD);
  const done = await run([
    { account: "broken", inventory: BROKEN },
    { account: "whole", inventory: cloud },
  ]);
  expect(done).toEqual({ swept: ["whole"], brokenOff: ["broken"], left: [] });
  expect(output.logs()).toMatchObject([{ level: "ERROR", account: "broken", message: "a sweep broke off" }]);
  expect(output.metrics()).toMatchObject({ SweepFound: 1, SweepsBrokenOff: 1 });
});

test("an older configuration's verdicts are judged anew though no account can be listed", async () => {
  cloud.become(KINDS.queue.arn("jobs"), GOOD);
  await run([{ account: "a", inventory: cloud }]);
  const inForce = await system.inForce();
  const rules = { ...inForce.rules, configuration: "0ther" };
  const newer = { ...system, inForce: async () => ({ ...inForce, rules }) };
  const inventories = async () => [{ account: "a", inventory: BROKEN }];
  await onSweep(async () => ({ ...newer, inventories }))(SCHEDULED, makeContext());
  expect((await system.kept.history(KINDS.queue.arn("jobs"))).incarnations).toMatchObject([
    { configuration: "0ther" },
  ]);
});

test("accounts for which no time is left come first at another hour", async () => {
  const accounts = ["a", "b", "c"].map((account) => ({ account, inventory: cloud }));
  const first = new Set<string>();
  for (let hour = 0; hour < 3; hour += 1) {
    // Middy asks first, to know when to warn of the end.
    const left = [300_000, 300_000, 59_999, 59_999];
    const done = await run(accounts, { now: START + hour * HOUR, left: () => left.shift() ?? 0 });
    expect(done.left).toHaveLength(2);
    for (const account of done.swept) first.add(account);
  }
  expect(first).toEqual(new Set(["a", "b", "c"]));
});
