import { describe, expect, test } from "vitest";
import { CHECKS } from "./checks/all.ts";
import { ofType } from "./graph/function-of.ts";
import { appOf, evaluateGraph, functionsOf, type GraphOptions } from "./graph.ts";
import { graphOf, SCENARIOS } from "./scenarios.ts";

/** How many of each there must be, so that no check passes for want of something to look at. */
const AT_LEAST = {
  "aws:lambda/function:Function": 4,
  "aws:iam/role:Role": 6,
  "aws:sqs/queue:Queue": 7,
  "aws:s3/bucket:Bucket": 2,
  "aws:dynamodb/table:Table": 1,
  "aws:cloudwatch/metricAlarm:MetricAlarm": 21,
  "aws:cloudwatch/eventRule:EventRule": 4,
  "aws:scheduler/schedule:Schedule": 2,
};

describe.each(Object.keys(SCENARIOS))("a deployment for %s", (scenario) => {
  test.each(Object.entries(AT_LEAST))("makes what there is to check: %s", async (type, least) => {
    expect(ofType(await graphOf(scenario), type).length).toBeGreaterThanOrEqual(least);
  });

  test.each(Object.entries(CHECKS))("holds: %s", async (_, check) => {
    expect(check(await graphOf(scenario))).toEqual([]);
  });
});

describe("a stage", () => {
  test.each(["production", "prod", "staging", "anna", "develop", "testing", "preview", "my-dev"])(
    "called %s is kept",
    async (stage) => {
      expect(await appOf(stage)).toMatchObject({ removal: "retain", protect: true });
    },
  );

  test.each(["dev", "test", "dev-anna", "test-2", "pr-123"])("called %s may go again", async (stage) => {
    expect(await appOf(stage)).toMatchObject({ removal: "remove", protect: false });
  });
});

describe("a deployment", () => {
  const WRITES =
    /:(Create|Delete|Put|Modify|Update|Stop|Start|Set|Tag|Untag|Add|Remove|Scale|Associate|Detach|Authorize|Revoke)/;
  const writesOf = async (scenario: string) =>
    functionsOf(await graphOf(scenario)).flatMap(({ role }) =>
      role.policies
        .filter(({ name }) => !name.endsWith("/stores"))
        .flatMap(({ document }) => document.Statement)
        .filter(({ Effect }) => Effect === "Allow")
        .flatMap(({ Action }) => Action.filter((action) => WRITES.test(action))),
    );

  test("that observes holds no write on resources of others, and one that acts does", async () => {
    expect(await writesOf("one account, observing")).toEqual([]);
    expect(await writesOf("many accounts, observing")).toEqual([]);
    expect(await writesOf("one account, acting")).not.toEqual([]);
  });

  test("for one account has no door for others", async () => {
    const buses = ofType(await graphOf("one account, acting"), "aws:cloudwatch/eventBus:EventBus");
    expect(buses.map(({ id }) => id)).toEqual(["tagledger-production"]);
  });

  test("for many has one, for those accounts only that are looked after", async () => {
    const [policy] = ofType(
      await graphOf("many accounts, acting"),
      "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
    );
    const accounts = String(policy?.inputs.policy).match(/iam::\d{12}:root/g);
    expect(accounts).toEqual(["iam::222233334444:root", "iam::333344445555:root"]);
  });

  test("for forty accounts in four regions each is within what AWS takes", async () => {
    const accounts = Array.from({ length: 40 }, (_, place) => 200_000_000_000 + place);
    const regions = "eu-central-1+eu-west-1+us-east-1+ap-southeast-2";
    const places = accounts.map((account) => `${account}:${regions}`).join(",");
    const { env, ...rest } = SCENARIOS["many accounts, observing"] as GraphOptions;
    const graph = await evaluateGraph({ ...rest, env: { ...env, TAGLEDGER_PLACES: places } });
    for (const { environment, name } of functionsOf(graph)) {
      expect(JSON.stringify(environment).length, name).toBeLessThanOrEqual(4096);
    }
    const [policy] = ofType(graph, "aws:cloudwatch/eventBusPolicy:EventBusPolicy");
    expect(String(policy?.inputs.policy).length).toBeLessThanOrEqual(10_240);
  });

  test("gives secrets to the one function that tells people", async () => {
    const functions = functionsOf(await graphOf("one account, acting"));
    const told = functions.filter(({ environment }) => "SLACK_WEBHOOK" in environment);
    expect(told.map(({ source }) => source)).toEqual(["functions/on-due.handler"]);
  });
});
