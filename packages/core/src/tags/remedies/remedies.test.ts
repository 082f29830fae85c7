import { describe, expect, test } from "vitest";
import { company } from "../testing/make-config.ts";
import { GOOD, makeSubject, state } from "../testing/make-subject.ts";
import { judge } from "../verdict/judge.ts";
import { fixLine, remediesOf } from "./remedies.ts";

const MINE = judge(company());
const { "ml-team": _, ...others } = GOOD;

describe("the remedies of a resource", () => {
  test("are the tags that would put it right, and the line that writes them", () => {
    const tags = { ...others, ML_Team: "fd", "ml-environment": "Production" };
    expect(remediesOf(MINE.atSight(makeSubject({ tags, region: null })))).toEqual([
      {
        kind: "tag",
        set: { "ml-team": "fraud-detection", "ml-environment": "prod" },
        remove: ["ML_Team"],
        because: [
          { key: "ml-team", by: "key", from: "ML_Team" },
          { key: "ml-environment", by: "alias", from: "Production" },
        ],
        command:
          "aws ec2 create-tags --resources i-0123456789abcdef0 --tags Key=ml-team,Value=fraud-detection Key=ml-environment,Value=prod" +
          " && aws ec2 delete-tags --resources i-0123456789abcdef0 --tags Key=ML_Team",
      },
    ]);
  });

  test("are none where it complies, is exempt, or nothing is known to help", () => {
    expect(remediesOf(MINE.atSight(makeSubject({ tags: GOOD })))).toEqual([]);
    expect(remediesOf(MINE.atSight(makeSubject({ tags: others })))).toEqual([]);
    const legacy = { arn: "arn:aws:s3:::legacy-x", tags: { ...others, ML_Team: "vision" } };
    expect(remediesOf(MINE.atSight(makeSubject(legacy)))).toEqual([]);
  });
});

describe("the line that puts a resource wholly right", () => {
  test("asks for what nobody knows, and writes the rest", () => {
    const { "ml-project": _, ...rest } = GOOD;
    const subject = makeSubject({ tags: { ...rest, "ml-environment": "PROD" }, region: null });
    expect(fixLine(MINE.afterGrace(subject, []))).toBe(
      `aws ec2 create-tags --resources i-0123456789abcdef0 --tags Key=ml-environment,Value=prod Key=ml-project,Value="\${ML_PROJECT:?}"`,
    );
  });

  test("is none where it complies, or the log hides what is wrong", () => {
    expect(fixLine(MINE.atSight(makeSubject({ tags: GOOD })))).toBeNull();
    expect(fixLine(MINE.atSight(makeSubject({ state: state(others, { hidden: ["ml-team"] }) })))).toBeNull();
  });

  test("replaces the tags of a bucket only where all of them are known", () => {
    const bucket = { type: "s3:bucket", id: "b", arn: "arn:aws:s3:::b", tags: { ...others, Name: "x" } };
    const subject = makeSubject(bucket);
    expect(fixLine(MINE.atSight(subject))).toContain("s3control tag-resource");
    expect(fixLine(MINE.afterGrace(subject, []))).toContain("s3api put-bucket-tagging");
    const unseen = { ...subject, state: { ...subject.state, known: new Set(["Name"]) } };
    expect(fixLine(MINE.afterGrace(unseen, []))).toContain("s3control tag-resource");
  });
});
