import { nodeHash } from "@tagledger/adapters/node/hash";
import { type Asked, askRequest } from "@tagledger/core/flows/ask-request";
import { type Decision, decideRequest } from "@tagledger/core/flows/decide-request";
import { listRequests } from "@tagledger/core/flows/list-requests";
import { storyView } from "@tagledger/core/ledger/view/story";
import { describe, expect, test } from "vitest";
import { ARN, Company, DAY, GIVEN_BACK, HOUR, ISOLATED, MILD, MINUTE, UNTIL_QUARANTINED } from "./company.ts";

function ask(world: Company, given: Partial<Asked> = {}) {
  const now = world.cloud.now;
  const asked: Asked = {
    kind: "exemption",
    resource: ARN,
    requester: "ann",
    reason: "it moves out this week",
    until: now + 3 * DAY,
    now,
    ...given,
  };
  return askRequest({ ledger: world.ledger, hash: nodeHash }, world.current.config, asked);
}

function decide(world: Company, id: string, given: Partial<Decision> = {}) {
  const inForce = { rules: world.rules(), config: world.current.config };
  const decision = { id, decision: "approve", by: "bob", note: null, now: world.cloud.now } as const;
  return decideRequest(world.ports, inForce, { ...decision, ...given });
}

async function violating(settings = {}): Promise<Company> {
  const world = new Company(settings);
  await world.launch();
  await world.pass(2 * HOUR);
  expect(await world.record()).toMatchObject({ state: "violating" });
  return world;
}

async function quarantined(): Promise<Company> {
  const world = new Company();
  await world.launch();
  await world.pass(UNTIL_QUARANTINED);
  expect(world.calls()).toEqual([ISOLATED]);
  return world;
}

describe("an exemption that was asked for", () => {
  test("changes nothing while nobody decided", async () => {
    const world = await violating();
    expect(await ask(world)).toMatchObject({ state: "open", team: null, revision: 1 });
    await world.pass(UNTIL_QUARANTINED);
    expect(world.calls()).toEqual([ISOLATED]);
  });

  test("stops a quarantine when it is approved, and its end brings the resource back to be judged", async () => {
    const world = await violating();
    const { id } = await ask(world);
    expect(await decide(world, id)).toMatchObject({ state: "approved", decidedBy: "bob" });
    expect(await world.record()).toMatchObject({
      state: "exempt",
      exemption: { rule: `request ${id}`, reason: "it moves out this week", owner: null },
    });
    await world.pass(3 * DAY - 10 * MINUTE);
    expect(world.calls()).toEqual([]);
    const { reads } = world.cloud;
    await world.pass(HOUR);
    // Nobody had to comply before: its grace begins with the end.
    expect(await world.record()).toMatchObject({ state: "pending", exemption: null });
    expect(world.told()).toEqual([["fallback", "violating"]]);
    await world.pass(HOUR);
    expect(world.cloud.reads).toBeGreaterThan(reads);
    expect(await world.record()).toMatchObject({ state: "violating" });
    await world.pass(UNTIL_QUARANTINED);
    expect(world.calls()).toEqual([ISOLATED]);
    expect(world.told().map(([, happened]) => happened)).toEqual(["violating", "violating", "quarantined"]);
  });

  test("gives back what is quarantined when it is approved", async () => {
    const world = await quarantined();
    await decide(world, (await ask(world)).id);
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
  });

  test("ends at once when it is withdrawn", async () => {
    const world = await violating();
    const { id } = await ask(world);
    await decide(world, id);
    await world.pass(HOUR);
    expect(await decide(world, id, { decision: "withdraw", by: "ann" })).toMatchObject({
      state: "withdrawn",
    });
    expect(await world.record()).toMatchObject({ state: "pending", exemption: null });
    await world.pass(2 * HOUR);
    expect(await world.record()).toMatchObject({ state: "violating" });
  });

  test("holds whatever other configuration comes into force", async () => {
    const world = await violating();
    await decide(world, (await ask(world)).id);
    await world.publish({ enforcement: `${MILD}\nconfidence: 0.9` });
    await world.pass(DAY);
    expect([world.calls(), (await world.record())?.state]).toEqual([[], "exempt"]);
  });

  test("stands in the story of the resource, with who approved it", async () => {
    const world = await violating();
    const { id } = await ask(world);
    await decide(world, id);
    const moments = storyView(await world.ledger.history(ARN)).incarnations[0]?.moments ?? [];
    const told = moments.find(({ what }) => what === "exempted");
    expect(told?.detail).toContain(`by bob until 2026-09-04T14:00:00.000Z, as request ${id} asks: it moves`);
  });

  test("is not for longer than the configuration lets anybody ask, nor over, nor without end or reason", async () => {
    const world = await violating({ enforcement: `${MILD}\nrequests: { days: 7 }` });
    const now = world.cloud.now;
    await expect(ask(world, { until: now + 7 * DAY + 1 })).rejects.toThrow("at most 7 days");
    await expect(ask(world, { until: now })).rejects.toThrow("over already");
    await expect(ask(world, { until: null })).rejects.toThrow("has to end");
    await expect(ask(world, { reason: " " })).rejects.toThrow("no reason");
    await expect(ask(world, { resource: "i-nobody" })).rejects.toThrow("knows no such resource");
    expect(await ask(world, { until: now + 7 * DAY })).toMatchObject({ state: "open" });
  });

  test("is not approved by another session of the role that asked for it, as whoever takes it on names it", async () => {
    const session = (role: string, name: string) => `arn:aws:sts::111122223333:assumed-role/${role}/${name}`;
    const world = await violating();
    const { id } = await ask(world, { requester: session("fraud-ml", "ann") });
    await expect(decide(world, id, { by: session("fraud-ml", "bob") })).rejects.toThrow(
      "somebody else has to approve it",
    );
    expect(await decide(world, id, { by: session("platform", "ann") })).toMatchObject({ state: "approved" });
  });

  test("is approved by a colleague whose session IAM Identity Center named", async () => {
    const session = (name: string) =>
      `arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Fraud_0a1b2c/${name}`;
    const world = await violating();
    const { id } = await ask(world, { requester: session("ann@example.com") });
    await expect(decide(world, id, { by: session("Ann@example.com") })).rejects.toThrow("somebody else");
    expect(await decide(world, id, { by: session("bob@example.com") })).toMatchObject({ state: "approved" });
  });

  test("is not approved by who asked for it, in whatever case the name is, unless the configuration says so", async () => {
    const world = await violating();
    const { id } = await ask(world);
    await expect(decide(world, id, { by: "Ann" })).rejects.toThrow("somebody else has to approve it");
    expect(await world.record()).toMatchObject({ state: "violating" });
    await world.publish({ enforcement: `${MILD}\nrequests: { ownApproval: true }` });
    expect(await decide(world, id, { by: "ann" })).toMatchObject({ state: "approved" });
  });

  test("is decided once: the same said again changes nothing, and nothing else can be said", async () => {
    const world = await violating();
    const { id } = await ask(world);
    await decide(world, id);
    const facts = await world.facts();
    expect(await decide(world, id)).toMatchObject({ state: "approved", revision: 2 });
    expect(await world.facts()).toEqual(facts);
    await expect(decide(world, id, { decision: "refuse" })).rejects.toThrow("is approved by bob");
    await expect(decide(world, "0000")).rejects.toThrow("no such request");
  });

  test.each(["approve", "refuse", "withdraw"] as const)(
    "is decided once where one person says the same twice at once: %s",
    async (decision) => {
      const world = await violating();
      const { id } = await ask(world);
      const [one, other] = await Promise.all([
        decide(world, id, { decision }),
        decide(world, id, { decision }),
      ]);
      expect(one).toMatchObject({ decidedBy: "bob", revision: 2 });
      expect(other).toEqual(one);
      expect(await world.ledger.request(id)).toEqual(one);
      const once = await violating();
      await decide(once, (await ask(once)).id, { decision });
      expect(await world.facts()).toEqual(await once.facts());
    },
  );

  test("decided by two at once takes the word of one", async () => {
    const world = await violating();
    const { id } = await ask(world);
    const ends = await Promise.allSettled([
      decide(world, id),
      decide(world, id, { decision: "refuse", by: "carl" }),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const isApproved = (await world.ledger.request(id))?.state === "approved";
    expect((await world.record())?.state).toBe(isApproved ? "exempt" : "violating");
  });

  test("that nobody decided for a month can be approved no more", async () => {
    const world = await violating();
    const { id } = await ask(world, { until: world.cloud.now + 60 * DAY });
    await expect(decide(world, id, { now: world.cloud.now + 30 * DAY })).rejects.toThrow("is expired");
  });

  test("asked for again in the same words is the same", async () => {
    const world = await violating();
    const until = world.cloud.now + DAY;
    const first = await ask(world, { until });
    const again = await ask(world, { until, now: world.cloud.now + MINUTE });
    expect(again).toEqual(first);
    expect((await ask(world, { until: until + 1 })).id).not.toBe(first.id);
  });
});

describe("a release that was asked for", () => {
  test("is given back when it is approved, by whatever does what is due", async () => {
    const world = await quarantined();
    const { id } = await ask(world, { kind: "release", until: null });
    await world.pass(HOUR);
    expect(world.calls()).toEqual([ISOLATED]);
    await decide(world, id);
    expect(world.calls()).toEqual([ISOLATED]);
    await world.pass(10 * MINUTE);
    expect(world.calls()).toEqual([ISOLATED, GIVEN_BACK]);
    const released = (await world.facts()).find(({ kind }) => kind === "released");
    expect(released).toMatchObject({ by: "ann" });
  });

  test("is not asked for where nothing is quarantined, nor approved once it is given back", async () => {
    await expect(ask(await violating(), { kind: "release", until: null })).rejects.toThrow("nothing of it");
    const world = await quarantined();
    const [one, other] = [
      await ask(world, { kind: "release", until: null }),
      await ask(world, { kind: "release", until: null, requester: "dora" }),
    ];
    await decide(world, one.id);
    await world.pass(10 * MINUTE);
    await expect(decide(world, other.id)).rejects.toThrow("nothing of it is quarantined");
  });

  test("changes nothing when it is refused", async () => {
    const world = await quarantined();
    const { id } = await ask(world, { kind: "release", until: null });
    expect(await decide(world, id, { decision: "refuse", note: "not yet" })).toMatchObject({
      state: "refused",
      note: "not yet",
    });
    await world.pass(DAY);
    expect(world.calls()).toEqual([ISOLATED]);
  });
});

test("requests are listed by team and by what they are at that instant", async () => {
  const world = await violating();
  const end = world.cloud.now + HOUR;
  const { id } = await ask(world, { until: end });
  await decide(world, id);
  const other = await ask(world, { requester: "dora" });
  const list = async (filter: Omit<Parameters<typeof listRequests>[1], "now">, now = world.cloud.now) => {
    const ids = [];
    for await (const each of listRequests(world.ledger, { ...filter, now })) ids.push(each.id);
    return ids;
  };
  expect(new Set(await list({}))).toEqual(new Set([id, other.id]));
  expect(await list({ standing: "approved" })).toEqual([id]);
  expect(await list({ standing: "expired" })).toEqual([]);
  expect(await list({ standing: "expired" }, end)).toEqual([id]);
  expect(await list({ teams: ["vision"] })).toEqual([]);
  expect(await list({ teams: ["vision", null], standing: "open" })).toEqual([other.id]);
});
