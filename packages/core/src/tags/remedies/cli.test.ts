import { describe, expect, test } from "vitest";
import { makeSubject } from "../testing/make-subject.ts";
import { tagLine } from "./cli.ts";
import { shellWord, variableOf } from "./shell.ts";

const TEAM = [["ml-team", "vision"]] as const;

function line(facts: Parameters<typeof makeSubject>[0], write: Partial<Parameters<typeof tagLine>[1]> = {}) {
  return tagLine(makeSubject({ region: null, ...facts }), { set: TEAM, remove: [], whole: false, ...write });
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:444455556666:${rest}`;

describe("the line that tags", () => {
  test.each([
    ["ec2:instance", null, "ec2 create-tags --resources x --tags Key=ml-team,Value=vision"],
    ["sagemaker:endpoint", "a:b", "sagemaker add-tags --resource-arn a:b --tags Key=ml-team,Value=vision"],
    ["ecs:service", "a:b", "ecs tag-resource --resource-arn a:b --tags key=ml-team,value=vision"],
    ["eks:cluster", "a:b", "eks tag-resource --resource-arn a:b --tags ml-team=vision"],
    ["glue:job", "a:b", "glue tag-resource --resource-arn a:b --tags-to-add ml-team=vision"],
    ["bedrock:agent", "a:b", "bedrock-agent tag-resource --resource-arn a:b --tags ml-team=vision"],
    ["bedrock:guardrail", "a:b", "bedrock tag-resource --resource-arn a:b --tags key=ml-team,value=vision"],
    ["logs:log-group", "a:/b:*", "logs tag-resource --resource-arn a:/b --tags ml-team=vision"],
    ["rds:db", "a:b", "resourcegroupstaggingapi tag-resources --resource-arn-list a:b --tags ml-team=vision"],
    [
      "autoscaling:autoScalingGroup",
      null,
      "autoscaling create-or-update-tags --tags ResourceId=x,ResourceType=auto-scaling-group,Key=ml-team,Value=vision,PropagateAtLaunch=true",
    ],
  ])("a resource of %s is that of its service", (type, arn, expected) => {
    expect(line({ type, arn, id: "x" })).toBe(`aws ${expected}`);
  });

  test.each([
    ["rds:db", null],
    ["iam:role", "arn:aws:iam::444455556666:role/x"],
    ["cloudformation:stack", arn("cloudformation", "stack/x/1")],
  ])("%s with the ARN %s is none", (type, arn) => {
    expect(line({ type, arn })).toBeNull();
  });

  test("names the region, and several tags", () => {
    const set = [...TEAM, ["ml-project", "ocr"]] as const;
    expect(tagLine(makeSubject(), { set, remove: [], whole: false })).toBe(
      "aws ec2 create-tags --resources i-0123456789abcdef0 --tags Key=ml-team,Value=vision Key=ml-project,Value=ocr --region eu-central-1",
    );
  });

  test("removes after it has written", () => {
    expect(line({ id: "i-1" }, { remove: ["ML_Team"] })).toBe(
      "aws ec2 create-tags --resources i-1 --tags Key=ml-team,Value=vision && aws ec2 delete-tags --resources i-1 --tags Key=ML_Team",
    );
    expect(line({ type: "sagemaker:app", arn: "a:b" }, { remove: ["ML_Team"] })).toContain(
      " && aws sagemaker delete-tags --resource-arn a:b --tag-keys ML_Team",
    );
  });

  test("asks for what only a person can choose", () => {
    const set = [["ml-team", { variable: "ML_TEAM" }]] as const;
    expect(line({ id: "i-1" }, { set })).toBe(
      `aws ec2 create-tags --resources i-1 --tags Key=ml-team,Value="\${ML_TEAM:?}"`,
    );
    expect(line({ id: "i-1" }, { set: [...set, ["a b", "c"]] })).toBe(
      `aws ec2 create-tags --resources i-1 --tags '[{"Key":"ml-team","Value":"'"\${ML_TEAM:?}"'"},{"Key":"a b","Value":"c"}]'`,
    );
  });

  test("is JSON in quotes where a shell or the AWS CLI could misread it", () => {
    expect(line({ id: "i-1" }, { set: [["it's", "a,b $HOME \u202e\n"]] })).toBe(
      `aws ec2 create-tags --resources i-1 --tags '[{"Key":"it'\\''s","Value":"a,b $HOME \\u202e\\n"}]'`,
    );
    expect(line({ type: "eks:cluster", arn: "a:b" }, { set: [["k", ""]] })).toContain(` --tags '{"k":""}'`);
    expect(line({ id: "i-1" }, { set: [], remove: ["-x"] })).toContain(` --tags '[{"Key":"-x"}]'`);
    expect(line({ type: "glue:job", arn: "a:my job" })).toContain(" --resource-arn 'a:my job' ");
  });
});

describe("a bucket", () => {
  const bucket = {
    type: "s3:bucket",
    id: "my-data",
    arn: "arn:aws:s3:::my-data",
    tags: { Name: "data", ML_Team: "vision", "aws:cloudformation:stack-name": "s" },
  };

  test("is given its whole set of tags where that is known", () => {
    expect(line(bucket, { remove: ["ML_Team"], whole: true })).toBe(
      `aws s3api put-bucket-tagging --bucket my-data --tagging '{"TagSet":[{"Key":"Name","Value":"data"},{"Key":"aws:cloudformation:stack-name","Value":"s"},{"Key":"ml-team","Value":"vision"}]}'`,
    );
  });

  test("is given only what it lacks where it may have tags that are not known", () => {
    expect(line(bucket)).toBe(
      "aws s3control tag-resource --account-id 444455556666 --resource-arn arn:aws:s3:::my-data --tags Key=ml-team,Value=vision",
    );
    expect(line({ ...bucket, account: null })).toBeNull();
  });
});

test("a word is quoted unless no shell could read it as anything else", () => {
  expect(shellWord(["a-b.c:d/e=f,g@h+i%j"])).toBe("a-b.c:d/e=f,g@h+i%j");
  for (const odd of ["", "=ls", "~", "a b", "$x", "`x`", "a;b", "*", "!!", "a\nb", "#", "é"]) {
    expect(shellWord([odd])).toBe(`'${odd}'`);
  }
  expect(shellWord(["'; rm -rf / #"])).toBe(`''\\''; rm -rf / #'`);
});

test("a variable has a name that no shell has another use for", () => {
  expect(variableOf("ml-project")).toEqual({ variable: "ML_PROJECT" });
  expect(variableOf("path")).toEqual({ variable: "TAG_PATH" });
  expect(variableOf("2nd owner")).toEqual({ variable: "TAG_2ND_OWNER" });
  expect(variableOf("$(x)`é'")).toEqual({ variable: "TAG__X_" });
});
