import { describe, expect, test } from "vitest";
import { ARN, Company, DAY, GOOD, HOUR, ISOLATED, UNTIL_QUARANTINED } from "./company.ts";

const RANKING_ROLE = {
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLE:rob",
    arn: "arn:aws:sts::444455556666:assumed-role/ranking-train/rob",
    accountId: "444455556666",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        arn: "arn:aws:iam::444455556666:role/ranking-train",
        accountId: "444455556666",
        userName: "ranking-train",
      },
    },
  },
};
const TWO = `ml-team: { required: true, values: [vision, ranking] }, ml-project: { required: true, pattern: "[a-z]{2,20}" }`;

describe("tags that can be put right", () => {
  test("are written as the schema spells them, and whose it is is told", async () => {
    const world = new Company();
    await world.launch("1", { "ml-team": "VISION " });
    await world.pass(2 * HOUR);
    expect(world.calls()).toEqual([["tag", GOOD]]);
    expect(world.told().at(-1)).toEqual(["vision", "repaired"]);
    expect(await world.record()).toMatchObject({ state: "compliant", due: null });
    await world.pass(2 * DAY);
    expect(world.calls()).toHaveLength(1);
  });

  test("are written from the role that made it where that belongs to a team", async () => {
    const world = new Company();
    await world.launch("1", {}, {}, RANKING_ROLE);
    await world.pass(2 * HOUR);
    expect(world.calls()).toEqual([["tag", { "ml-team": "ranking" }]]);
    expect(await world.record()).toMatchObject({ state: "compliant", team: "ranking" });
  });

  test("are not written from the account alone where that is less than the evidence needed", async () => {
    const world = new Company({
      enforcement: `confidence: 1\n${"rules: [{ match: { environment: dev }, mode: [notify, repair] }]"}`,
    });
    await world.launch("1", {}, {}, RANKING_ROLE);
    await world.pass(DAY);
    expect(world.calls()).toEqual([]);
  });

  test("are written as the one allowed value that is near, and as the environment of the account", async () => {
    const world = new Company({
      tags: `ml-team: { required: true, values: [vision, ranking] }, ml-environment: { required: true, values: [dev, prod] }, ml-workload-type: { required: true, values: [training, inference] }`,
    });
    await world.launch("1", { ...GOOD, "ml-workload-type": "trainig" });
    await world.pass(2 * HOUR);
    const right = { ...GOOD, "ml-workload-type": "training", "ml-environment": "dev" };
    expect(world.cloud.truth(ARN, world.cloud.now)).toEqual(right);
    expect(world.estate.counts.tag).toBe(1);
    expect(await world.record()).toMatchObject({ state: "compliant" });
  });

  test("of a team are not written because another team's name is near", async () => {
    const world = new Company();
    await world.launch("1", { "ml-team": "visoin" });
    await world.pass(2 * HOUR);
    expect(world.calls()).toEqual([]);
    expect(world.told()).toHaveLength(1);
  });

  test("are written while others still deviate, which is told and quarantined as ever", async () => {
    const world = new Company({ tags: TWO });
    await world.launch("1", { "ml-team": "Vision" });
    await world.pass(2 * HOUR);
    expect(world.calls()).toEqual([["tag", GOOD]]);
    expect(await world.record()).toMatchObject({ state: "violating" });
    await world.pass(UNTIL_QUARANTINED);
    expect(world.calls()).toEqual([["tag", GOOD], ISOLATED]);
    expect(world.told().map(([, happened]) => happened)).toEqual(["violating,repaired", "quarantined"]);
  });

  test("that somebody takes off again are not written again within a day", async () => {
    const world = new Company();
    await world.launch("1", { "ml-team": "VISION" });
    await world.pass(2 * HOUR);
    await world.tag({ "ml-team": "VISION" });
    await world.pass(20 * HOUR);
    expect(world.calls()).toHaveLength(1);
    await world.pass(6 * HOUR);
    expect(world.calls()).toHaveLength(2);
  });

  test("of what is isolated are put right at once, and it is given back", async () => {
    const world = new Company();
    await world.launch();
    await world.pass(UNTIL_QUARANTINED);
    await world.tag({ "ml-team": "Vision" });
    await world.pass(HOUR);
    expect(world.calls().map(([call]) => call)).toEqual(["ec2:isolate", "tag", "ec2:isolate"]);
    expect(world.cloud.truth(ARN, world.cloud.now)).toEqual(GOOD);
  });
});
