import { nodeHash } from "@tagledger/adapters/node/hash";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { askRelease } from "@tagledger/core/flows/ask-release";
import { explainResource } from "@tagledger/core/flows/explain-resource";
import { type Override, publishConfig } from "@tagledger/core/flows/publish-config";
import { rulesOf } from "@tagledger/core/flows/rules";
import { turnedOn } from "@tagledger/core/flows/turn-on";
import { renderResourceText } from "@tagledger/core/ledger/view/resource-text";
import { beforeEach, describe, expect, test } from "vitest";
import { watchedCompany } from "./world/watched.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
const RULE = "enforcement.rules[0]";
const GOOD = { "ml-team": "vision" };

/** The same company, and what its rule for instances may do. */
function textWith(mode: string): string {
  return `version: 1
tags: { ml-team: { required: true, values: [vision] } }
teams: { vision: {} }
enforcement:
  environments: { dev: { accounts: ["444455556666"] } }
  rules:
    - { match: { type: "ec2:instance", environment: dev }, mode: ${mode} }
`;
}

const [OBSERVE, QUARANTINE] = [textWith("observe"), textWith("[notify, quarantine]")];

function published(text: string) {
  const { config } = loadConfig(text, "t");
  return { config, hash: nodeHash.sha256(canonicalConfig(config)) };
}

let world = watchedCompany(published(OBSERVE));
let inForce: string[] = [];
beforeEach(() => {
  world = watchedCompany(published(OBSERVE));
  inForce = [];
});

const publisher = {
  async publish(text: string) {
    inForce.push(text);
    return "the place";
  },
};

function publish(text: string, overrides: readonly Override[] = []) {
  const loaded = loadConfig(text, "tagledger.yaml");
  const publication = { loaded, text, file: "tagledger.yaml", overrides, by: "ada", now: world.cloud.now };
  return publishConfig({ ...world.ports, publisher }, publication);
}

const isOn = async (text: string) =>
  turnedOn(loadConfig(text, "t").config, await world.ports.ledger.approvals(), nodeHash)(RULE);

describe("a configuration is published", () => {
  test("at once where nothing in it quarantines", async () => {
    expect(await publish(OBSERVE)).toEqual({ place: "the place", turnedOn: [], unwanted: [] });
    expect(inForce).toEqual([OBSERVE]);
    expect(await world.ports.ledger.approvals()).toEqual([]);
  });

  test("with a rule that quarantines where that is ready, and who did so is remembered with the figures", async () => {
    await world.launch("1");
    await world.launch("2", GOOD);
    await world.pass(14 * DAY);
    expect(await isOn(QUARANTINE)).toBe(false);
    const { turnedOn: approvals } = await publish(QUARANTINE);
    expect(approvals).toEqual([
      {
        rule: expect.stringMatching(/^[0-9a-f]{64}$/),
        place: RULE,
        by: "ada",
        at: world.cloud.now,
        override: null,
        figures: [
          "account 444455556666: observed 14 of 14 days, decided 1 (2 of 2) of 0.95, disputed 0 (0 of 1) of 0.02, 1 violating of 2",
        ],
      },
    ]);
    expect(await world.ports.ledger.approvals()).toEqual(approvals);
    expect(await isOn(QUARANTINE)).toBe(true);
    expect(inForce).toEqual([QUARANTINE]);
  });

  test("again without being asked for anything, as long as its rules are the same", async () => {
    await publish(QUARANTINE, [{ place: RULE, by: "ada", reason: "a drill" }]);
    const commented = `# ours\n${QUARANTINE}`;
    expect(await publish(commented)).toMatchObject({ turnedOn: [] });
    expect(inForce).toEqual([QUARANTINE, commented]);
    await expect(publish(QUARANTINE.replace('"ec2:instance"', '"ec2:*"'))).rejects.toMatchObject({
      code: "bad-configuration",
    });
  });
});

describe("what stands quarantined", () => {
  const overrides = [{ place: RULE, by: "ada", reason: "a drill" }];

  async function quarantined() {
    world = watchedCompany(published(QUARANTINE));
    await world.launch("1");
    await world.launch("2");
    await world.launch("3", GOOD);
    await world.pass(3 * DAY);
  }

  const each = (until: string, names = ["1", "2"]) =>
    names.map((name) => ({ resource: world.arn(name), remedy: "ec2:isolate", until }));

  test("is not listed where its rule wants it still", async () => {
    await quarantined();
    expect(await publish(QUARANTINE, overrides)).toMatchObject({ unwanted: [] });
  });

  test("is listed where its rule is narrowed so that it matches it no more", async () => {
    await quarantined();
    const narrowed = QUARANTINE.replace('"ec2:instance"', '"rds:db"');
    expect(await publish(narrowed, overrides)).toMatchObject({ unwanted: each("its tags are right") });
  });

  test("is listed where its rule no longer allows its remedy by name", async () => {
    const stopping = QUARANTINE.replace("[notify, quarantine]", '[notify, quarantine], allow: ["ec2:stop"]');
    world = watchedCompany(published(stopping));
    await world.launch("1");
    await world.pass(3 * DAY);
    expect(await publish(stopping, overrides)).toMatchObject({ unwanted: [] });
    expect((await publish(QUARANTINE, overrides)).unwanted).toEqual([
      { resource: world.arn("1"), remedy: "ec2:stop", until: "its tags are right" },
    ]);
  });

  test("is listed where its rule may only notify, but what is right is not, as it is given back", async () => {
    await quarantined();
    await world.tag("2", GOOD);
    const { unwanted } = await publish(textWith("[notify]"));
    expect(unwanted).toEqual(each("its tags are right", ["1"]));
  });

  test("is all listed where every rule only observes: nothing is given back then but what is asked for", async () => {
    await quarantined();
    await world.tag("2", GOOD);
    expect((await publish(OBSERVE)).unwanted).toEqual(each("it is asked for"));
    world.state.published = published(OBSERVE);
    await world.pass(DAY);
    expect(world.estate.writes).toHaveLength(2);
    const released = { resource: world.arn("1"), by: "ann", reason: null };
    await askRelease(world.ports, world.rules(), released);
    expect((await publish(OBSERVE)).unwanted).toEqual(each("it is asked for", ["2"]));
  });

  test("is told with its resource", async () => {
    await quarantined();
    const told = async (text: string) => {
      const { config, hash } = published(text);
      const named = { named: world.arn("1"), now: world.cloud.now };
      return explainResource(
        world.ports,
        rulesOf(config, hash, () => true),
        named,
      );
    };
    expect(await told(QUARANTINE)).toMatchObject({ unwantedUntil: null });
    const narrowed = await told(textWith("[notify]"));
    expect(narrowed).toMatchObject({ unwantedUntil: "its tags are right" });
    expect(renderResourceText(narrowed)).toContain(
      `no rule wants it quarantined any more; it stays so until its tags are right
    to give it back now: tagledger release ${world.arn("1")}
`,
    );
  });
});

describe("a rule that quarantines and is not ready is refused", () => {
  test("with its place, its line and all figures, and nothing is published", async () => {
    await world.launch("1");
    await world.launch("2", GOOD);
    await world.pass(10 * DAY);
    await expect(publish(QUARANTINE)).rejects.toMatchObject({
      code: "bad-configuration",
      fields: { file: "tagledger.yaml", line: 7 },
      message: `tagledger.yaml:7:7: enforcement.rules[0]: it may quarantine, and is not ready for that:
  account 444455556666: observed for 10 days, 14 are needed
  account 444455556666: observed 10 of 14 days, decided 1 (2 of 2) of 0.95, disputed 0 (0 of 1) of 0.02, 1 violating of 2
  whoever answers for it adds --override "enforcement.rules[0]" --by NAME --reason TEXT`,
    });
    expect(inForce).toEqual([]);
    expect(await world.ports.ledger.approvals()).toEqual([]);
  });

  test("where nothing ever fell under it", async () => {
    await expect(publish(QUARANTINE)).rejects.toThrow("nothing fell under it");
  });

  test("though another rule of the same file is overridden", async () => {
    const two = `${QUARANTINE}    - { match: { account: "1" }, mode: quarantine }\n`;
    const override = { place: RULE, by: "bo", reason: "a drill" };
    await expect(publish(two, [override])).rejects.toThrow(/^tagledger.yaml:8:7: enforcement.rules\[1\]: /);
    expect(await world.ports.ledger.approvals()).toEqual([]);
  });

  test("unless somebody answers for it by name, and that is remembered", async () => {
    await world.launch("1");
    await world.pass(HOUR);
    await publish(QUARANTINE, [{ place: RULE, by: "bo", reason: "a drill" }]);
    expect(await world.ports.ledger.approvals()).toMatchObject([
      {
        by: "bo",
        override: "a drill",
        figures: [expect.stringContaining("observed 0 of 14 days, decided 0 (0 of 0)")],
      },
    ]);
    expect(inForce).toEqual([QUARANTINE]);
  });
});

test("an override of a rule that is not there, or quarantines nothing, is refused", async () => {
  const reason = "a drill";
  await expect(
    publish(QUARANTINE, [{ place: "enforcement.rules[7]", by: "bo", reason }]),
  ).rejects.toMatchObject({
    code: "bad-input",
  });
  await expect(publish(OBSERVE, [{ place: RULE, by: "bo", reason }])).rejects.toMatchObject({
    code: "bad-input",
  });
  expect(inForce).toEqual([]);
});

test("rules that are the same are turned on together", async () => {
  const twice = `${QUARANTINE}${QUARANTINE.slice(QUARANTINE.lastIndexOf("    - {"))}`;
  const overrides = [RULE, "enforcement.rules[1]"].map((place) => ({ place, by: "bo", reason: "a drill" }));
  await publish(twice, overrides);
  expect(await world.ports.ledger.approvals()).toHaveLength(1);
});

test("what could not be published after its rules were turned on is published by asking again", async () => {
  const broken = { publish: () => Promise.reject(new Error("no way there")) };
  const loaded = loadConfig(QUARANTINE, "t");
  const overrides = [{ place: RULE, by: "bo", reason: "a drill" }];
  const publication = { loaded, text: QUARANTINE, file: "t", overrides, by: "ada", now: world.cloud.now };
  await expect(publishConfig({ ...world.ports, publisher: broken }, publication)).rejects.toThrow(
    "no way there",
  );
  expect(await publish(QUARANTINE)).toMatchObject({ place: "the place", turnedOn: [] });
});

describe("a configuration that asks for less than usual of its own rules", () => {
  const LAX = QUARANTINE.replace(
    "enforcement:",
    "enforcement:\n  readiness: { days: 0, decided: 0, disputed: 1 }",
  );
  const READINESS = "enforcement.readiness";

  test("turns none of them on before somebody answers for that by name", async () => {
    await world.launch("1");
    await world.pass(3 * HOUR);
    await expect(publish(LAX)).rejects.toMatchObject({
      code: "bad-configuration",
      message: expect.stringContaining(`--override "${READINESS}"`),
    });
    expect([inForce, await world.ports.ledger.approvals()]).toEqual([[], []]);
    const { turnedOn: approvals } = await publish(LAX, [{ place: READINESS, by: "ann", reason: "a drill" }]);
    expect(approvals).toMatchObject([
      {
        place: READINESS,
        by: "ann",
        override: "a drill",
        figures: ["0 of the usual 14 days", expect.any(String), expect.any(String)],
      },
      { place: RULE, by: "ada", override: null },
    ]);
    expect(await isOn(LAX)).toBe(true);
  });

  test("is published as it is where nothing is turned on by it", async () => {
    const observing = LAX.replace("[notify, quarantine]", "observe");
    expect(await publish(observing)).toMatchObject({ turnedOn: [] });
  });
});
