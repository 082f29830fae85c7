import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { readiness } from "@tagledger/core/flows/readiness";
import { jsonReadiness } from "@tagledger/core/reports/readiness/json";
import { renderReadinessText } from "@tagledger/core/reports/readiness/text";
import { beforeEach, describe, expect, test } from "vitest";
import { watchedCompany } from "./world/watched.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
const GOOD = { "ml-team": "vision" };
const OBSERVES = `rules: [{ match: { type: "ec2:instance", environment: dev }, grace: 2h, deadline: 4h }]`;
const QUARANTINES = OBSERVES.replace("grace:", "mode: [notify, quarantine], grace:");

function configured(enforcement: string) {
  const text = `version: 1
tags: { ml-team: { required: true, values: [vision, ranking] } }
teams: { vision: {}, ranking: {} }
enforcement:
  environments: { dev: { accounts: ["444455556666"] } }
  ${enforcement}
`;
  const { config } = loadConfig(text, "rules.yaml");
  return { config, hash: nodeHash.sha256(JSON.stringify(config)) };
}

let world = watchedCompany(configured(OBSERVES));
beforeEach(() => {
  world = watchedCompany(configured(OBSERVES));
});

async function of(place: string, days?: number) {
  const { config } = world.state.published;
  const { rules } = await readiness(world.ports, { config, now: world.cloud.now, days });
  return rules.find((each) => each.place === place);
}

const RULE = "enforcement.rules[0]";

describe("a rule", () => {
  test("is not ready where nothing falls under it", async () => {
    expect(await of(RULE)).toMatchObject({ accounts: [], isReady: false, turnedOnBy: null });
  });

  test("counts what falls under it, and only that", async () => {
    await world.launch("1", GOOD);
    await world.launch("2");
    await world.pass(DAY);
    const { accounts = [] } = (await of(RULE)) ?? {};
    expect(accounts).toMatchObject([
      { account: "444455556666", resources: 2, graceOver: 2, decided: 2, violating: 1, ownerKnown: 1 },
    ]);
    expect(await of("enforcement.default")).toMatchObject({ accounts: [] });
  });

  test("is ready after all days of observation, and not before", async () => {
    await world.launch("1", GOOD);
    await world.launch("2");
    await world.pass(14 * DAY - HOUR);
    expect((await of(RULE))?.accounts[0]?.shortfalls).toEqual(["observed for 13.9 days, 14 are needed"]);
    await world.pass(HOUR);
    expect(await of(RULE)).toMatchObject({ isReady: true, accounts: [{ shortfalls: [] }] });
  });

  test("is not ready where too many verdicts cannot be given", async () => {
    for (const name of ["1", "2", "3"]) await world.launch(name, name === "1" ? {} : GOOD);
    world.cloud.look = async (sought) => sought.map(() => ({ miss: "denied" as const }));
    await world.pass(14 * DAY);
    expect((await of(RULE))?.accounts[0]?.shortfalls).toEqual([
      "decided 0.666 (2 of 3), at least 0.95 is needed",
    ]);
  });

  test("counts what complied before anybody would have found fault with it", async () => {
    for (const name of ["1", "2", "3"]) await world.launch(name, name === "3" ? GOOD : {});
    await world.pass(HOUR);
    await world.tag("1", GOOD);
    await world.pass(4 * HOUR);
    await world.tag("2", GOOD);
    await world.pass(4 * HOUR);
    expect((await of(RULE))?.accounts[0]).toMatchObject({
      fixedInGrace: 1,
      violating: 0,
      accused: 1,
      disputed: 0,
    });
  });

  test("counts what ended as it stood then, and what ended within its grace not as decided", async () => {
    await world.launch("1");
    await world.launch("2");
    await world.pass(HOUR);
    await world.end("2");
    await world.pass(4 * HOUR);
    await world.end("1");
    await world.pass(HOUR);
    expect((await of(RULE))?.accounts).toMatchObject([
      { resources: 2, graceOver: 1, decided: 1, violating: 1, accused: 1, hourly: new Map() },
    ]);
  });

  test("looks at so many days only, but at everything that deviates still", async () => {
    await world.launch("1", GOOD);
    await world.launch("2");
    await world.pass(3 * DAY);
    await world.launch("3", GOOD);
    await world.pass(HOUR);
    expect((await of(RULE, 1))?.accounts[0]).toMatchObject({ resources: 2, violating: 1 });
    expect((await of(RULE, 4))?.accounts[0]).toMatchObject({ resources: 3 });
  });

  test("counts what its resources cost from their deadline on, whatever was done about them and told since", async () => {
    world.state.published = configured(QUARANTINES);
    await world.launch("1");
    await world.pass(2 * DAY);
    const { incarnations, facts } = await world.ports.ledger.history(world.arn("1"));
    expect(incarnations).toMatchObject([{ remediation: { stage: "quarantined" } }]);
    expect(facts.filter(({ kind }) => kind === "notified").length).toBeGreaterThan(1);
    const [account] = (await of(RULE))?.accounts ?? [];
    // 48 hours but for two of grace, half an hour until the look, and four until the deadline.
    expect(account?.sinceDeadline.get("USD")).toBe((415n * 96n * 10n ** 24n) / 10_000n);
  });

  test("tells what its violating resources cost, and have cost since their deadlines", async () => {
    await world.launch("1");
    await world.pass(12 * HOUR);
    const { facts } = await world.ports.ledger.history(world.arn("1"));
    const found = facts.find((fact) => fact.kind === "decided" && fact.state === "violating");
    expect((world.cloud.now - (found?.at ?? 0)) / HOUR).toBe(9.5);
    const { config } = world.state.published;
    const { rules } = jsonReadiness(await readiness(world.ports, { config, now: world.cloud.now }));
    // An m5.large costs 0.096 an hour, and has been there for 5.5 hours after the four of its deadline.
    expect(rules[0]?.accounts).toMatchObject([
      {
        hourly: [{ amount: "0.096", currency: "USD" }],
        sinceDeadline: [{ amount: "0.528", currency: "USD" }],
        unpriced: 0,
        mildest: { reversible: 1, lossy: 0, final: 0, none: 0 },
      },
    ]);
  });
});

describe("a violating verdict is disputed", () => {
  const figures = async () => (await of(RULE))?.accounts[0];

  test("by an exemption that came after it", async () => {
    await world.launch("1");
    await world.launch("2");
    await world.pass(6 * HOUR);
    expect(await figures()).toMatchObject({ accused: 2, disputed: 0 });
    const exemption = `exemptions: [{ match: { resource: "${world.arn("1")}" }, reason: demo, until: 2027-01-01 }]`;
    world.state.published = configured(`${OBSERVES}\n  ${exemption}`);
    await world.pass(HOUR);
    expect(await figures()).toMatchObject({ accused: 2, disputed: 1, violating: 1 });
    await world.pass(14 * DAY);
    expect((await figures())?.shortfalls).toEqual(["disputed 0.5 (1 of 2), at most 0.02 is allowed"]);
  });

  test("by a release that a person asked for", async () => {
    world.state.published = configured(QUARANTINES);
    await world.launch("1");
    await world.pass(8 * HOUR);
    await askRelease(world.ports, world.rules(), { resource: world.arn("1"), by: "ann", reason: null });
    expect(await figures()).toMatchObject({ accused: 1, disputed: 1 });
  });

  test("not by a release because its tags became right", async () => {
    world.state.published = configured(QUARANTINES);
    await world.launch("1");
    await world.pass(8 * HOUR);
    await world.tag("1", GOOD);
    await world.pass(HOUR);
    expect(world.estate.writes).toHaveLength(2);
    expect(await figures()).toMatchObject({ accused: 1, disputed: 0 });
  });
});

test("what another configuration would find is told by what is known already", async () => {
  await world.launch("1", GOOD);
  await world.launch("2");
  await world.pass(DAY);
  const { config } = configured(`rules: [{ match: { region: "eu-*" }, mode: [notify] }]`);
  const { rules } = await readiness(world.ports, { config, now: world.cloud.now });
  expect(rules[0]).toMatchObject({ mode: ["notify"], accounts: [{ resources: 2, violating: 1 }] });
});

test("readiness is shown as a table for each rule, with what is missing", async () => {
  await world.launch("1");
  await world.pass(DAY);
  const text = renderReadinessText(
    await readiness(world.ports, { config: world.state.published.config, now: world.cloud.now }),
    { width: 120 },
  );
  expect(text).toContain("enforcement.rules[0] · observe");
  expect(text).toContain("444455556666");
  expect(text).toContain("account 444455556666: observed for 1 days, 14 are needed");
  expect(text).toContain("enforcement.default · observe");
  expect(text).toContain("nothing fell under it");
});
