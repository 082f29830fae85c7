import { describe, expect, test } from "vitest";
import type { Match } from "../../config/definition/match.ts";
import { evaluator } from "../evaluate/evaluator.ts";
import { resolver } from "../resolve/resolver.ts";
import type { Subject } from "../subject.ts";
import { company } from "../testing/make-config.ts";
import { makeActor, makeSubject } from "../testing/make-subject.ts";
import { subjectMatcher } from "./match.ts";
import { viewer } from "./view.ts";

const config = company();
const schema = evaluator(config);
const view = viewer(config, schema);
const resolve = resolver(config, schema);

function matches(match: Match, subject: Subject = makeSubject()): boolean {
  return subjectMatcher(match)(view(subject, () => resolve(subject)));
}

describe("a match of resources", () => {
  test("without keys is every resource", () => {
    expect(matches({})).toBe(true);
  });

  test.each<[Match, boolean]>([
    [{ account: "444455556666" }, true],
    [{ account: ["1*", "4*"] }, true],
    [{ account: "5*" }, false],
    [{ region: "EU-*" }, true],
    [{ region: "us-*" }, false],
    [{ type: "ec2:instance" }, true],
    [{ type: "EC2:*" }, true],
    [{ type: "instance" }, false],
    [{ service: "ec2" }, true],
    [{ service: "AmazonEC2" }, true],
    [{ service: "Amazon Elastic Compute Cloud*" }, true],
    [{ service: "sagemaker" }, false],
    [{ resource: "i-0123*" }, true],
    [{ resource: "arn:aws:ec2:*:*:instance/*" }, true],
    [{ resource: "arn:aws:s3:::*" }, false],
    [{ usageType: "*" }, false],
    [{ lineItemType: "*" }, false],
    [{ principal: "*" }, false],
    [{ account: "444455556666", type: "s3:*" }, false],
  ])("%j of an instance is %s", (match, expected) => {
    expect(matches(match)).toBe(expected);
  });

  test("takes services by the names that bills and rules have for them", () => {
    const of = (type: string, service: string) => matches({ service }, makeSubject({ type }));
    expect(of("elasticmapreduce:cluster", "emr")).toBe(true);
    expect(of("es:domain", "opensearch")).toBe(true);
    expect(of("bedrock:agent", "AmazonBedrock")).toBe(true);
    expect(of("sagemaker:endpoint", "bedrock")).toBe(false);
    expect(of("constructor:x", "ec2")).toBe(false);
  });

  test("takes a role with every session of it, by the path that the log tells", () => {
    const actor = makeActor({
      arn: "arn:aws:sts::111122223333:assumed-role/trainer/ann",
      roleArn: "arn:aws:iam::111122223333:role/ml/trainer",
    });
    const by = (principal: string) => matches({ principal }, makeSubject({ actor }));
    expect(by("arn:aws:iam::*:role/trainer")).toBe(true);
    expect(by("arn:aws:iam::*:role/ml/*")).toBe(true);
    expect(by("arn:aws:sts::*:assumed-role/trainer/ann")).toBe(true);
    expect(by("arn:aws:iam::*:role/other")).toBe(false);
  });

  test("sees normalised tags, of AWS's own too", () => {
    const subject = makeSubject({
      tags: { "ml-environment": "Production", "aws:autoscaling:groupName": "Nodes" },
    });
    expect(matches({ tags: { "ml-environment": "prod" } }, subject)).toBe(true);
    expect(matches({ tags: { "aws:autoscaling:groupName": "nodes" } }, subject)).toBe(true);
    expect(matches({ tags: { "ml-team": "*" } }, subject)).toBe(false);
  });

  test("sees dimensions by tags, and else by what establishes them", () => {
    const inDev = makeSubject({ account: "222233334444", type: "sagemaker:training-job" });
    expect(matches({ environment: "dev", workload: "training" }, inDev)).toBe(true);
    expect(matches({ environment: "*" })).toBe(false);
    const tagged = makeSubject({ account: "222233334444", tags: { ENV: "PROD", "ml-project": "ocr" } });
    expect(matches({ environment: "prod", project: "ocr" }, tagged)).toBe(true);
    expect(matches({ team: "fraud-*" }, makeSubject({ account: "111122223333" }))).toBe(true);
    expect(matches({ team: "vision" }, makeSubject({ tags: { owner: "vision" } }))).toBe(false);
  });

  test("keeps to the team that the tag names, whoever else has a claim", () => {
    const subject = makeSubject({ account: "111122223333", tags: { "ml-team": "vision" } });
    expect(matches({ team: "vision" }, subject)).toBe(true);
    expect(matches({ team: "fraud-detection" }, subject)).toBe(false);
  });
});
