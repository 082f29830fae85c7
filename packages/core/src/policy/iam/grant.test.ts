import { expect, test } from "vitest";
import { type Grant, statementsOf } from "./grant.ts";

const HERE = { StringEquals: { "aws:RequestedRegion": ["eu-central-1"] } };

/** What statements allow: each call with each resource of its service, or of any. */
function reached(grants: readonly Grant[]): string[] {
  return statementsOf(grants).flatMap(({ Action, Resource }) =>
    Action.flatMap((call) =>
      Resource.filter((arn) => arn === "*" || arn.split(":")[2] === call.split(":")[0]).map(
        (arn) => `${call} ${arn}`,
      ),
    ),
  );
}

test("what is for the same and holds under the same conditions is one statement", () => {
  const grants: Grant[] = [
    { what: "Stops", calls: ["rds:StopDBInstance"], resources: ["arn:aws:rds:*:1:db:*"], when: HERE },
    { what: "Stops", calls: ["ec2:StopInstances"], resources: ["arn:aws:ec2:*:1:instance/*"], when: HERE },
  ];
  expect(statementsOf(grants)).toEqual([
    {
      Sid: "Stops",
      Effect: "Allow",
      Action: ["ec2:StopInstances", "rds:StopDBInstance"],
      Resource: ["arn:aws:ec2:*:1:instance/*", "arn:aws:rds:*:1:db:*"],
      Condition: HERE,
    },
  ]);
});

test("no call reaches the resources of another of its service, nor all where another does", () => {
  const grants: Grant[] = [
    { what: "Acts", calls: ["ec2:StopInstances"], resources: ["arn:aws:ec2:*:1:instance/*"] },
    { what: "Acts", calls: ["ec2:DisableImage"], resources: ["arn:aws:ec2:*::image/*"] },
    { what: "Acts", calls: ["rds:StopDBInstance"], resources: ["arn:aws:rds:*:1:db:*"] },
    { what: "Acts", calls: ["glue:StopCrawlerSchedule"], resources: ["*"] },
  ];
  expect(reached(grants).sort()).toEqual([
    "ec2:DisableImage arn:aws:ec2:*::image/*",
    "ec2:StopInstances arn:aws:ec2:*:1:instance/*",
    "glue:StopCrawlerSchedule *",
    "rds:StopDBInstance arn:aws:rds:*:1:db:*",
  ]);
});

test("what holds under other conditions, or is denied, stands apart", () => {
  const one: Grant = { what: "Acts", calls: ["ec2:StopInstances"], resources: ["*"] };
  const statements = statementsOf([one, { ...one, when: HERE }, { ...one, effect: "Deny" }]);
  expect(statements.map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
    ["Acts", "Allow"],
    ["Acts2", "Allow"],
    ["Acts3", "Deny"],
  ]);
});

test("a grant of no call says nothing", () => {
  expect(statementsOf([{ what: "Acts", calls: [], resources: ["*"] }])).toEqual([]);
});
