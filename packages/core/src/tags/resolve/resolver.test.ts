import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { evaluator } from "../evaluate/evaluator.ts";
import type { Subject } from "../subject.ts";
import { company } from "../testing/make-config.ts";
import { AT, makeActor, makeSubject } from "../testing/make-subject.ts";
import { resolver } from "./resolver.ts";

function resolve(facts: Parameters<typeof makeSubject>[0] = {}, config = company()) {
  return resolver(config, evaluator(config))(makeSubject(facts));
}

/** Whose it is, how surely, and why. */
function inShort(facts: Parameters<typeof makeSubject>[0]) {
  const { team, confidence, evidence } = resolve(facts);
  return [team, confidence, evidence.map(({ kind, team }) => `${kind} ${team}`)];
}

const session = (roleName: string, sessionName: string, path = "") =>
  makeActor({
    arn: `arn:aws:sts::444455556666:assumed-role/${roleName}/${sessionName}`,
    roleArn: `arn:aws:iam::444455556666:role/${path}${roleName}`,
    roleName,
    sessionName,
  });
const user = (userName: string) =>
  makeActor({ type: "IAMUser", arn: `arn:aws:iam::444455556666:user/${userName}`, userName });

describe("the owner of a resource", () => {
  test("is nobody where nothing speaks for anyone", () => {
    expect(resolve()).toEqual({ team: null, confidence: 0, evidence: [] });
    expect(resolve({ actor: user("bert") })).toEqual({ team: null, confidence: 0, evidence: [] });
  });

  test.each([
    [{ "ml-team": "vision" }, "vision", 1, ["team-tag vision"]],
    [{ "ml-team": "FD" }, "fraud-detection", 1, ["team-tag fraud-detection"]],
    [{ team: "vision" }, "vision", 1, ["team-tag vision"]],
    [{ ML_TEAM: "vision" }, "vision", 0.9, ["misspelt-team-tag vision"]],
    [{ "ml-team": "visoin" }, "vision", 0.6, ["near-team-tag vision"]],
    [{ "ml-team": "somebody" }, null, 0, []],
    [{ owner: "vision" }, "vision", 0.7, ["owner-tag vision"]],
    [{ Owner: "fraud-leads@example.com" }, "fraud-detection", 0.7, ["owner-tag fraud-detection"]],
    [{ CreatedBy: "arn:aws:iam::444455556666:role/vision-ci" }, "vision", 0.7, ["owner-tag vision"]],
    [{ "created-by": "fraud detection nightly" }, "fraud-detection", 0.4, ["owner-mention fraud-detection"]],
    [{ owner: "ann@vision.example.com" }, null, 0, []],
    [{ Name: "vision" }, null, 0, []],
  ])("by tags %j is %s", (tags, team, confidence, evidence) => {
    expect(inShort({ tags })).toEqual([team, confidence, evidence]);
  });

  test("by the principals of a team is that team, however the actor is written", () => {
    expect(inShort({ actor: session("fraud-ml", "ann") })).toEqual([
      "fraud-detection",
      0.95,
      ["principal fraud-detection", "role-name fraud-detection"],
    ]);
    expect(inShort({ actor: makeActor({ type: "IAMUser", arn: "arn:aws:iam::1:user/ann" }) })).toEqual([
      "fraud-detection",
      0.9,
      ["principal fraud-detection"],
    ]);
    const pathed = session("nightly", "x", "fraud-jobs/");
    expect(inShort({ actor: pathed })).toEqual(["fraud-detection", 0.9, ["principal fraud-detection"]]);
  });

  test("by its account is the team of the account", () => {
    expect(inShort({ account: "111122223333" })).toEqual([
      "fraud-detection",
      0.85,
      ["account fraud-detection"],
    ]);
  });

  test.each([
    [session("DataScientist", "vision"), "vision", 0.4, ["session-name vision"]],
    [
      session("AWSReservedSSO_FraudDetection_1b74cd717d47002b", "ann"),
      "fraud-detection",
      0.5,
      ["role-name fraud-detection"],
    ],
    [
      session("Operator", "fraud-leads@example.com"),
      "fraud-detection",
      0.7,
      ["team-address fraud-detection", "session-name fraud-detection"],
    ],
    [session("Operator", "ann@fraud.example.com"), null, 0, []],
    [user("ml-platform-ci"), "ml-platform", 0.5, ["user-name ml-platform"]],
    [user("supervision"), null, 0, []],
    [makeActor({ sourceIdentity: "vision-ann" }), "vision", 0.5, ["source-identity vision"]],
    [
      makeActor({ issuedTo: "arn:aws:lambda:eu-central-1:444455556666:function:vision-ocr" }),
      "vision",
      0.4,
      ["issued-to vision"],
    ],
  ])("by a name that mentions a team is weak", (actor, team, confidence, evidence) => {
    expect(inShort({ actor })).toEqual([team, confidence, evidence]);
  });

  test.each([
    { ...session("AWSServiceRoleForAutoScaling", "vision"), type: "AssumedRole" },
    { ...session("vision-batch", "x", "aws-service-role/batch.amazonaws.com/"), type: "AssumedRole" },
    { ...user("vision"), type: "Root" },
    { ...user("vision"), type: "AWSService" },
    { ...user("vision"), type: "AWSAccount" },
  ])("is not what AWS, or a root user, is called", (actor) => {
    expect(resolve({ actor })).toEqual({ team: null, confidence: 0, evidence: [] });
  });

  test("is less sure the more speaks for another", () => {
    const tags = { "ml-team": "vision" };
    expect(resolve({ tags }).confidence).toBe(1);
    const contested = resolve({ tags, actor: session("fraud-ml", "ann"), account: "111122223333" });
    expect(contested.team).toBe("vision");
    expect(contested.confidence).toBeLessThan(0.6);
    expect(contested.evidence.map(({ team }) => team)).toContain("fraud-detection");
  });

  test("is surer where independent sources agree, and not by one source twice", () => {
    const once = resolve({ tags: { owner: "vision" } }).confidence;
    expect(resolve({ tags: { owner: "vision", creator: "vision" } }).confidence).toBe(once);
    expect(resolve({ tags: { owner: "vision" }, actor: user("vision-ci") }).confidence).toBe(0.85);
  });

  test("is nobody where two have equal claims", () => {
    const { team, confidence, evidence } = resolve({ tags: { owner: "vision", contact: "fraud" } });
    expect([team, confidence, evidence.length]).toEqual([null, 0, 2]);
  });

  test("is read by the aliases of the time, also for an actor that was seen before", () => {
    const config = company();
    const find = resolver(config, evaluator(config));
    const subject: Subject = makeSubject({ actor: user("fd") });
    expect(find(subject).team).toBe("fraud-detection");
    expect(find({ ...subject, at: Date.parse("2026-09-16T00:00:00Z") }).team).toBeNull();
    expect(find(subject).team).toBe("fraud-detection");
  });

  test("is whoever the tag names where the configuration names no team, and nobody else", () => {
    const config = configOf("tags: { ml-team: { required: true } }");
    expect(resolve({ tags: { "ml-team": "anyone" } }, config).team).toBe("anyone");
    expect(resolve({ tags: { owner: "anyone" }, actor: user("anyone"), at: AT }, config).team).toBeNull();
  });
});
