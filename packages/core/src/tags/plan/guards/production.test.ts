import { describe, expect, test } from "vitest";
import type { TagMap } from "../../../catalog/tags.ts";
import { state } from "../../testing/make-subject.ts";
import { type Facts, IN_DEV } from "../testing/make-input.ts";
import { ALL, GROUP, heldIn, planOf, STOP, TOLD } from "../testing/plan-of.ts";

describe("production", () => {
  const NO_REPAIR = "default: { mode: [notify, quarantine] }";
  const naming = (environment: string) => `${ALL}\nrules: [{ match: { environment: ${environment} } }]`;
  const PROD: TagMap = { ...IN_DEV, "ml-environment": "prod" };
  const done = (enforcement: string, facts: Facts) => planOf(enforcement, { history: TOLD, ...facts }).do;

  test("is at most notified", () => {
    const safe = planOf(ALL, { tags: { ...PROD, "ml-workload-type": "INFERENCE" }, controller: GROUP });
    expect([safe.do, safe.propose, safe.notify?.deadline]).toEqual([[], [], null]);
    expect(heldIn(safe).tag).toEqual(["production", "controller"]);
  });

  test("is acted on where the rule names it, and a pattern names nothing", () => {
    expect(done(naming("[dev, prod]"), { tags: PROD })).toEqual([STOP]);
    expect(done(naming("PROD"), { tags: { ...PROD, "ml-environment": "Live" } })).not.toEqual([]);
    expect(done(naming('"*"'), { tags: PROD })).toEqual([]);
    expect(done(`${ALL}\nrules: [{ match: { type: "ec2:*" } }]`, { tags: PROD })).toEqual([]);
  });

  test.each<[string, TagMap, string]>([
    ["nothing establishes it", { "ml-workload-type": "inference" }, "444455556666"],
    ["its tag has a value that nobody knows", { ...IN_DEV, "ml-environment": "lvie" }, "222233334444"],
    ["its tag is only near to a value", { ...IN_DEV, "ml-environment": "deev" }, "444455556666"],
    ["its tag is another word for it", { ...IN_DEV, "ml-environment": "LIVE" }, "444455556666"],
    ["only a key that is near to its key says otherwise", { "ml-enviromnent": "dev" }, "444455556666"],
    ["another of its keys says so", { ...IN_DEV, env: "prod" }, "444455556666"],
    ["spellings of its key disagree", { ML_Environment: "dev", "ml.environment": "prod" }, "222233334444"],
    ["another spelling of its key says so", { ...IN_DEV, ML_Environment: "prod" }, "222233334444"],
    ["a key that is near to its key says so", { ...IN_DEV, "ml-enviromnent": "prod" }, "444455556666"],
    ["its account says so, whatever the tag", IN_DEV, "555566667777"],
  ])("is whatever may be production: %s", (_, tags, account) => {
    const safe = planOf(ALL, { tags, subject: { account }, history: TOLD });
    expect([safe.do, safe.propose]).toEqual([[], []]);
    expect(heldIn(safe)["ec2:stop"]).toContain("production");
  });

  test("is whatever the log hides", () => {
    const hidden = state({ "ml-workload-type": "inference" }, { hidden: ["ml-environment"] });
    const safe = planOf(ALL, { subject: { state: hidden, account: "222233334444" }, history: TOLD });
    expect([safe.do, heldIn(safe)["ec2:stop"]]).toEqual([[], ["production"]]);
  });

  test("is not what another tag says under another spelling of its key", () => {
    expect(done(NO_REPAIR, { tags: { ...IN_DEV, ML_Team: "nobody" } })).toEqual([STOP]);
  });

  test("is not what its tag, its account or a unit above it establishes to be something else", () => {
    expect(done(ALL, {})).toEqual([STOP]);
    const bare = { "ml-workload-type": "inference" };
    expect(done(NO_REPAIR, { tags: bare, subject: { account: "222233334444" } })).toEqual([STOP]);
    expect(done(NO_REPAIR, { tags: { ML_Environment: "staging" } })).toEqual([STOP]);
  });
});
