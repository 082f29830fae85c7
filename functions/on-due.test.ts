import { askRequest } from "@tagledger/core/flows/ask-request";
import { decideRequest } from "@tagledger/core/flows/decide-request";
import { enforce } from "@tagledger/core/flows/enforce";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calmCloud } from "../test/functions/cloud.ts";
import { makeContext } from "../test/functions/context.ts";
import { SCHEDULED } from "../test/functions/invocations.ts";
import { type Output, readOutput } from "../test/functions/output.ts";
import { configured, GOOD, makeSystem, START, type TestSystem } from "../test/functions/system.ts";
import type { Cloud } from "../test/world/cloud.ts";
import { KINDS } from "../test/world/kinds.ts";
import { onDue } from "./on-due.ts";

const HOUR = 3_600_000;
/** How many seconds a queue has waited: since the end of its grace, and since its tags had settled. */
const WAITED = 3_300;
const EVENT: OutgoingEvent = { id: "e-1", type: "ResourceViolating", at: START, detail: { id: "e-1" } };

let output: Output;
let cloud: Cloud;
let system: TestSystem;

beforeEach(() => {
  output = readOutput();
  cloud = calmCloud();
  system = makeSystem(cloud, START + 2 * HOUR);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Makes queues without tags, whose grace is over when the function runs. */
async function makeQueues(count: number): Promise<void> {
  const ports = { ledger: system.kept, prices: system.prices, hash: system.hash };
  for (let place = 0; place < count; place += 1) {
    const record = {
      ...KINDS.queue.create(`jobs-${place}`, {}),
      eventTime: "2026-09-01T12:00:00Z",
      eventID: `made-${place}`,
    };
    await enforce(ports, (await system.inForce()).rules, { record, now: START });
  }
  cloud.now = START + 2 * HOUR;
}

const run = (left?: () => number) => onDue(async () => system)(SCHEDULED, makeContext(left));

test("all that is due is done, however much it is", async () => {
  await makeQueues(250);
  for (let place = 0; place < 250; place += 1)
    cloud.become(KINDS.queue.arn(`jobs-${place}`), place % 2 === 0 ? GOOD : {});
  expect(await run()).toEqual({
    judgedAnew: 0,
    looked: 250,
    acted: 0,
    remediesRefused: 0,
    messagesFailed: 0,
    sent: 0,
    refused: 0,
  });
  expect(await system.kept.count({ verdict: "compliant" })).toMatchObject({ total: 125 });
  expect(await system.kept.count({ verdict: "violating" })).toMatchObject({ total: 125 });
  expect(output.metrics()).toMatchObject({
    DueLooked: 250,
    DueActed: 0,
    EventsSent: 0,
    OldestDueSeconds: 0,
    BreakersOpen: 0,
    RemediesRefused: 0,
    MessagesFailed: 0,
  });
});

test("what somebody exempted is left alone until that ends, and is judged again then", async () => {
  await makeQueues(1);
  const [resource, requester, until] = [KINDS.queue.arn("jobs-0"), "ann", START + 26 * HOUR];
  cloud.become(resource, {});
  await run();
  const stateOf = async () => (await system.kept.history(resource)).incarnations.at(-1)?.state;
  expect(await stateOf()).toBe("violating");

  const now = START + 2 * HOUR;
  const ports = { ledger: system.kept, prices: system.prices, hash: system.hash };
  const inForce = await system.inForce();
  const asked = { kind: "exemption", resource, requester, reason: "a demo", until, now } as const;
  const { id } = await askRequest(ports, inForce.config, asked);
  await decideRequest(ports, inForce, { id, decision: "approve", by: "bob", note: null, now });
  expect([await stateOf(), (await run()).looked]).toEqual(["exempt", 0]);

  const runAt = (at: number) => {
    cloud.now = at;
    const later = makeSystem(cloud, at, { kept: system.kept });
    return onDue(async () => later)(SCHEDULED, makeContext());
  };
  await runAt(until - 1);
  expect(await stateOf()).toBe("exempt");
  await runAt(until);
  expect(await stateOf()).toBe("pending");
  // Its grace begins then.
  expect(await runAt(until + HOUR)).toMatchObject({ looked: 0 });
  expect(await runAt(until + 2 * HOUR)).toMatchObject({ looked: 1 });
  expect(await stateOf()).toBe("violating");
});

test("nothing is begun for which no time is left, and the next run goes on", async () => {
  await makeQueues(250);
  // Middy asks first, to know when to warn of the end.
  const left = [60_000, 60_000, 19_999];
  expect(await run(() => left.shift() ?? 0)).toMatchObject({ looked: 100 });
  expect(output.metrics()).toMatchObject({ OldestDueSeconds: WAITED });
  expect(output.text()).toContain('{"Name":"OldestDueSeconds","Unit":"Seconds"}');
  expect(await run()).toMatchObject({ looked: 150 });
});

test("breakers that hold something back are counted in each run", async () => {
  const holds = [
    { breaker: "money", at: START + 2 * HOUR - 1 },
    { breaker: "account 111122223333", at: START + HOUR },
  ];
  await system.kept.transact([{ kind: "deeds", version: 0, deeds: [], holds }]);
  await run();
  expect(output.metrics()).toMatchObject({ BreakersOpen: 1 });
});

test("what deviates is told, and others hear of it in the same run", async () => {
  const config = configured("{ default: { mode: [notify], grace: 1h } }");
  system = makeSystem(cloud, START + 2 * HOUR, { config });
  await makeQueues(1);
  cloud.become(KINDS.queue.arn("jobs-0"), {});
  expect(await run()).toMatchObject({ looked: 1, acted: 1, sent: 1 });
  expect(system.estate.messages).toMatchObject([{ to: "fallback", items: [{ happened: "violating" }] }]);
  expect(system.sent).toMatchObject([{ type: "ResourceViolating" }]);
  expect(await run()).toMatchObject({ looked: 0, acted: 0, sent: 0 });
});

test("a message that no channel takes is counted in the run in which it is sent", async () => {
  const config = configured("{ default: { mode: [notify], grace: 1h } }");
  system = makeSystem(cloud, START + 2 * HOUR, { config });
  Object.assign(system.estate, { channels: [], refusing: ["slack"] });
  await makeQueues(1);
  cloud.become(KINDS.queue.arn("jobs-0"), {});
  expect(await run()).toMatchObject({ acted: 1, messagesFailed: 1 });
  expect(output.metrics()).toMatchObject({ MessagesFailed: 1, RemediesRefused: 0 });
});

const WRONG_CASE = { "ml-team": "Vision" };
const REPAIRED = `{
  since: 2026-01-01,
  environments: { dev: { accounts: ["444455556666"] } },
  default: { mode: observe, grace: 1h },
  rules: [{ match: { environment: dev }, mode: [repair] }]
}`;

test("tags that AWS does not let us write are counted for each resource", async () => {
  system = makeSystem(cloud, START + 2 * HOUR, { config: configured(REPAIRED) });
  system.estate.trouble = (call) => (call === "tag" ? { refused: "denied", message: "may not" } : null);
  await makeQueues(3);
  for (const name of ["jobs-0", "jobs-1", "jobs-2"]) cloud.become(KINDS.queue.arn(name), WRONG_CASE);
  expect(await run()).toMatchObject({ remediesRefused: 3 });
  expect(output.metrics()).toMatchObject({ RemediesRefused: 3, MessagesFailed: 0 });
});

test("events that wait go out, and wait no more", async () => {
  await system.kept.transact([{ kind: "outgoing", event: EVENT }]);
  expect(await run()).toMatchObject({ sent: 1, refused: 0 });
  expect(await run()).toMatchObject({ sent: 0 });
  expect(system.sent).toEqual([EVENT]);
});

test("events go out though what is due cannot be done, and that is an error all the same", async () => {
  await system.kept.transact([{ kind: "outgoing", event: EVENT }]);
  const { kept } = system;
  const broken = { ...system, remediation: () => Promise.reject(new Error("no way in")) };
  await expect(onDue(async () => broken)(SCHEDULED, makeContext())).rejects.toThrow("no way in");
  expect(system.sent).toEqual([EVENT]);
  expect(await kept.outgoing(1)).toEqual([]);
});

test("what is left is told of though neither what is due can be done nor events go out", async () => {
  await makeQueues(1);
  const fail = (why: string) => () => Promise.reject(new Error(why));
  const broken = { ...system, inForce: fail("no configuration"), bus: fail("no bus") };
  await expect(onDue(async () => broken)(SCHEDULED, makeContext())).rejects.toThrow("no configuration");
  expect(output.metrics()).toMatchObject({
    OldestDueSeconds: WAITED,
    BreakersOpen: 0,
    RemediesRefused: 0,
    MessagesFailed: 0,
  });
});

test("events that cannot go out are an error", async () => {
  const broken = { ...system, bus: () => Promise.reject(new Error("no bus")) };
  await expect(onDue(async () => broken)(SCHEDULED, makeContext())).rejects.toThrow("no bus");
});
