import { describe, expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { evaluator } from "../evaluate/evaluator.ts";
import { NOBODY, type Resolution } from "../resolve/resolution.ts";
import type { Subject } from "../subject.ts";
import { company } from "../testing/make-config.ts";
import { GOOD, makeSubject, state } from "../testing/make-subject.ts";
import { repairer } from "./repairer.ts";

/** The repairs of a resource in short: key, value, way. */
function repairs(subject: Subject, owner: Resolution = NOBODY, config = company()) {
  const schema = evaluator(config);
  const findings = schema.evaluate(subject.state, subject.at);
  return repairer(config, schema)(subject, findings, owner).map(({ key, value, by }) => [key, value, by]);
}

function without(...keys: readonly string[]) {
  return Object.fromEntries(Object.entries(GOOD).filter(([key]) => !keys.includes(key)));
}

describe("what somebody wrote", () => {
  test.each([
    ["ml-environment", "PROD", "prod", "spelling"],
    ["ml-environment", "Production", "prod", "alias"],
    ["ml-environment", "producton", "prod", "near-value"],
    ["ml-environment", "stagin", "staging", "near-value"],
    ["ml-project", " OCR", "ocr", "spelling"],
    ["ml-team", "fd", "fraud-detection", "alias"],
    ["ml-team", "Fraud_Detection", "fraud-detection", "near-value"],
  ])("%s = %j is written %s", (key, value, expected, by) => {
    expect(repairs(makeSubject({ tags: { ...GOOD, [key]: value } }))).toEqual([[key, expected, by]]);
  });

  test.each([
    ["ml-environment", "live"],
    ["ml-environment", "nonprod"],
    ["ml-project", "my project"],
    ["ml-team", "somebody"],
  ])("%s = %j is left alone", (key, value) => {
    const owner = { team: "vision", confidence: 1, evidence: [] };
    const subject = makeSubject({ tags: { ...GOOD, [key]: value }, account: "222233334444" });
    expect(repairs(subject, owner)).toEqual([]);
  });

  test("moves to the right key, and is normalised on the way", () => {
    const config = company();
    const schema = evaluator(config);
    const subject = makeSubject({ tags: { ...without("ml-environment"), ML_Environment: "Production" } });
    const findings = schema.evaluate(subject.state, subject.at);
    expect(repairer(config, schema)(subject, findings, NOBODY)).toEqual([
      {
        key: "ml-environment",
        value: "prod",
        by: "key",
        from: "ML_Environment",
        removes: ["ML_Environment"],
      },
    ]);
  });

  test("is copied from a key that is only near, which may be somebody's own", () => {
    const config = company();
    const schema = evaluator(config);
    const subject = makeSubject({ tags: { ...without("ml-environment"), "ml-enviroment": "prod" } });
    const findings = schema.evaluate(subject.state, subject.at);
    expect(repairer(config, schema)(subject, findings, NOBODY)).toMatchObject([
      { key: "ml-environment", value: "prod", removes: [] },
    ]);
  });

  test("is copied from another key of the dimension", () => {
    expect(repairs(makeSubject({ tags: { ...without("ml-team"), team: "FD" } }))).toEqual([
      ["ml-team", "fraud-detection", "other-key"],
    ]);
    expect(repairs(makeSubject({ tags: { ...without("ml-environment"), ENV: "dev" } }))).toEqual([
      ["ml-environment", "dev", "other-key"],
    ]);
  });

  test("is not guessed where spellings of a key disagree", () => {
    const tags = { ...without("ml-team"), ML_TEAM: "vision", MLTeam: "fd" };
    expect(repairs(makeSubject({ tags }), { team: "vision", confidence: 1, evidence: [] })).toEqual([]);
  });
});

describe("what nobody wrote", () => {
  test.each([
    ["sagemaker:training-job", "training"],
    ["sagemaker:endpoint", "inference"],
    ["sagemaker:processing-job", "data-processing"],
    ["glue:job", "data-processing"],
    ["elasticmapreduce:cluster", "data-processing"],
    ["sagemaker:notebook-instance", "notebook"],
  ])("is inferred for %s: %s", (type, workload) => {
    const found = repairs(makeSubject({ type, tags: without("ml-workload-type") }));
    expect(found).toContainEqual(["ml-workload-type", workload, "api"]);
  });

  test("is not inferred for what serves any purpose", () => {
    expect(repairs(makeSubject({ type: "ec2:instance", tags: without("ml-workload-type") }))).toEqual([]);
    expect(repairs(makeSubject({ type: "sagemaker:cluster", tags: without("ml-workload-type") }))).toEqual(
      [],
    );
  });

  test("is inferred only where the schema has the word", () => {
    const rules = (values: string) => `tags: { ml-workload-type: { required: true, values: [${values}] } }\n`;
    const aliases = "normalize: { aliases: { ml-workload-type: { training: train } } }";
    const job = makeSubject({ type: "sagemaker:training-job" });
    expect(repairs(job, NOBODY, configOf(rules("train, serve")))).toEqual([]);
    expect(repairs(job, NOBODY, configOf(rules("train, serve") + aliases))).toEqual([
      ["ml-workload-type", "train", "api"],
    ]);
  });

  test("is established by the account, or by a unit above it", () => {
    const tags = without("ml-environment");
    const expected = [["ml-environment", "dev", "account"]];
    expect(repairs(makeSubject({ tags, account: "222233334444" }))).toEqual(expected);
    expect(repairs(makeSubject({ tags, organizationalUnits: ["r-1", "ou-dev-1"] }))).toEqual(expected);
    expect(repairs(makeSubject({ tags }))).toEqual([]);
  });

  test("is not established by an account that two environments claim", () => {
    const config = configOf(`
tags: { ml-environment: { required: true, values: [dev, prod] } }
enforcement: { environments: { dev: { accounts: ["2*"] }, prod: { accounts: ["222233334444"] } } }
`);
    expect(repairs(makeSubject({ account: "222233334444" }), NOBODY, config)).toEqual([]);
  });

  test("is the owner's where there is evidence enough", () => {
    const subject = makeSubject({ tags: without("ml-team") });
    const owner = (confidence: number) => ({ team: "vision", confidence, evidence: [] });
    expect(repairs(subject, owner(0.8))).toEqual([["ml-team", "vision", "owner"]]);
    expect(repairs(subject, owner(0.79))).toEqual([]);
  });

  test("is not inferred against another key that says something else", () => {
    const subject = makeSubject({ tags: { ...without("ml-team"), team: "somebody" } });
    expect(repairs(subject, { team: "vision", confidence: 1, evidence: [] })).toEqual([]);
  });

  test("is not inferred where the tag may be there unseen", () => {
    const owner = { team: "vision", confidence: 1, evidence: [] };
    expect(repairs(makeSubject({ state: state({}, { hidden: ["*"] }) }), owner)).toEqual([]);
    expect(repairs(makeSubject({ state: state({}, { known: new Set(["Name"]) }) }), owner)).toEqual([]);
  });
});
