import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { switchableRules, turnedOn } from "./turn-on.ts";

const hash = { sha256: (text: string) => createHash("sha256").update(text).digest("hex") };

function config(enforcement: string) {
  return loadConfig(`version: 1\nenforcement: ${enforcement}`, "tagledger.yaml").config;
}

function fingerprints(enforcement: string): string[] {
  return switchableRules(config(enforcement), hash).map(({ fingerprint }) => fingerprint);
}

const RULE =
  '{ match: { type: "ec2:*", account: ["1", "2"] }, mode: [notify, quarantine], allow: ["ec2:stop"] }';

describe("the fingerprint of a rule", () => {
  test.each([
    ["the order of its sets", RULE.replace("[notify, quarantine]", "[quarantine, notify]")],
    ["its grace", RULE.replace("mode:", "grace: 3h, mode:")],
    ["a glob that stands alone", RULE.replace('"ec2:*"', '["ec2:*"]')],
  ])("does not depend on %s", (_what, other) => {
    expect(fingerprints(`{ rules: [${other}] }`)[0]).toBe(fingerprints(`{ rules: [${RULE}] }`)[0]);
  });

  test("does not depend on its place", () => {
    const other = '{ match: { region: "eu-*" } }';
    expect(fingerprints(`{ rules: [${other}, ${RULE}] }`)[1]).toBe(fingerprints(`{ rules: [${RULE}] }`)[0]);
  });

  test.each([
    ["matches", RULE.replace('"1"', '"3"')],
    ["may do", RULE.replace("[notify, quarantine]", "[quarantine]")],
    ["allows", RULE.replace('"ec2:stop"', '"ec2:isolate"')],
  ])("is another when what it %s is another", (_what, other) => {
    expect(fingerprints(`{ rules: [${other}] }`)[0]).not.toBe(fingerprints(`{ rules: [${RULE}] }`)[0]);
  });

  test("is another by another deadline, other environments, or something else that is required", () => {
    const [rule] = fingerprints(`{ rules: [${RULE}] }`);
    const environments = 'environments: { dev: { accounts: ["222233334444"] } }';
    const sooner = RULE.replace("mode:", "deadline: 1s, mode:");
    expect(fingerprints(`{ rules: [${sooner}] }`)[0]).not.toBe(rule);
    expect(fingerprints(`{ ${environments}, rules: [${RULE}] }`)[0]).not.toBe(rule);
    const { config: stricter } = loadConfig(
      `version: 1\ntags: { ml-team: { required: true }, cost-center: { required: true } }\nenforcement: { rules: [${RULE}] }`,
      "tagledger.yaml",
    );
    expect(switchableRules(stricter, hash)[0]?.fingerprint).not.toBe(rule);
  });

  test("of a rule without a mode changes with that of the default", () => {
    const rules = "rules: [{ match: { account: a } }]";
    const [rule, byDefault] = switchableRules(config(`{ default: { mode: quarantine }, ${rules} }`), hash);
    expect(rule).toMatchObject({ place: "enforcement.rules[0]", mode: ["quarantine"] });
    expect(byDefault).toMatchObject({ place: "enforcement.default", mode: ["quarantine"] });
    expect(rule?.fingerprint).not.toBe(fingerprints(`{ ${rules} }`)[0]);
  });
});

test("a rule is turned on by an approval of exactly what it is", () => {
  const [fingerprint = ""] = fingerprints(`{ rules: [${RULE}] }`);
  const approval = { rule: fingerprint, place: "enforcement.rules[0]", by: "ada", at: 1 };
  const approvals = [{ ...approval, override: null, figures: [] }];
  const moved = turnedOn(
    config(`{ rules: [{ match: { account: a }, mode: quarantine }, ${RULE}] }`),
    approvals,
    hash,
  );
  expect(["enforcement.rules[0]", "enforcement.rules[1]", "enforcement.default"].map(moved)).toEqual([
    false,
    true,
    false,
  ]);
});
