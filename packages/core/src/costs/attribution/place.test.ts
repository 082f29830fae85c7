import { describe, expect, test } from "vitest";
import { attributed, chargesOf, configOf, type Line, placed } from "../testing/attribution.ts";

/** Where a configuration puts one charge. */
async function placeOf(text: string, line: Line): Promise<string> {
  const config = configOf(text);
  return Object.keys(placed(await attributed(config, chargesOf(config, [line])))).join(" and ");
}

const ORGANISATION = `dimensions: { team: t, project: p }
tags: { t: { values: [vision, nlp, infra] } }
teams: { nlp: { accounts: ["444455556666"], aliases: [{ name: text, until: 2026-09-15 }] } }`;

describe("scope", () => {
  const scoped = `${ORGANISATION}
scope: { accounts: ["1111*", "444455556666"], services: [ec2, bedrock, "Amazon Sage*"] }
policies: { tax: { team: infra } }
pools: [{ name: all, match: { account: "*" }, includeTagged: true, method: even }]`;
  const inside = { account: "111122223333", service: "AmazonEC2" };

  test.each<[string, Line]>([
    ["another account", { ...inside, account: "999900001111" }],
    ["no account", { ...inside, account: "" }],
    ["another service", { ...inside, service: "AmazonS3" }],
    ["a tax of another service", { ...inside, service: "AmazonS3", lineItemType: "Tax" }],
    ["a tagged charge elsewhere", { ...inside, account: "999900001111", tags: { t: "vision" } }],
  ])("excludes %s", async (_, line) => {
    expect(await placeOf(scoped, line)).toBe("excluded");
  });

  test.each<Line>([
    inside,
    { ...inside, account: "444455556666", service: "a1b2", serviceName: "Claude (Amazon Bedrock Edition)" },
    { ...inside, service: "AmazonSageMaker", serviceName: "Amazon SageMaker" },
  ])("leaves the rest: %j", async (line) => {
    expect(await placeOf(scoped, line)).toBe("pool all");
  });

  test("that is not given is everything, also what has no account and no service", async () => {
    expect(await placeOf(ORGANISATION, {})).toBe("no-team");
  });
});

describe("policies", () => {
  const policies = `${ORGANISATION}
policies: { tax: { pool: taxes }, refund: { team: infra }, support: { pool: support }, unusedCommitment: { pool: plans } }
pools:
  - { name: all, match: { account: "1*" }, includeTagged: true, method: even }
  - { name: taxes, method: even }
  - { name: support, method: even }
  - { name: plans, method: even }`;

  test.each<[string, Line]>([
    ["pool taxes", { lineItemType: "Tax" }],
    ["infra", { lineItemType: "Refund", tags: { p: "churn" } }],
    ["infra", { lineItemType: "Adjustment" }],
    ["pool support", { lineItemType: "Fee", service: "AWSSupportBusiness" }],
    ["pool plans", { lineItemType: "SavingsPlanRecurringFee", unusedCommitment: true }],
    ["pool taxes", { lineItemType: "Tax", service: "AWSSupportBusiness" }],
  ])("put into %s, before tags and pools: %j", async (place, line) => {
    expect(
      await placeOf(policies, { ...line, account: "111122223333", tags: { ...line.tags, t: "vision" } }),
    ).toBe(place);
  });

  test("of other kinds leave a charge ordinary", async () => {
    expect(await placeOf(policies, { lineItemType: "Credit", tags: { t: "vision" } })).toBe("vision");
    expect(await placeOf(policies, { lineItemType: "EdpDiscount", account: "111122223333" })).toBe(
      "pool all",
    );
  });

  test("name a team as tags are read where every value is a team", async () => {
    const open = "dimensions: { team: t }\ntags: { t: {} }\npolicies: { tax: { team: Infra } }";
    expect(await placeOf(open, { lineItemType: "Tax" })).toBe("infra");
  });
});

describe("a charge", () => {
  const pools = `${ORGANISATION}
assign: [{ match: { service: bedrock }, set: { team: nlp, project: chat } }]
pools:
  - { name: none, method: even }
  - { name: gpu, match: { service: ec2, usageType: "*:p5.*" }, method: even }
  - { name: ec2, match: { service: ec2 }, method: even }
  - { name: monitoring, match: { service: cloudwatch, tags: { t: infra } }, includeTagged: true, method: even }
  - { name: watched, match: { service: kinesis, team: vision }, includeTagged: true, method: even }
  - { name: ours, match: { team: nlp, service: lambda }, method: even }`;

  test.each<[string, string, Line]>([
    ["its own team's", "vision", { service: "AmazonEC2", tags: { t: "Vision" } }],
    ["its own team's, with its project", "vision/churn", { tags: { t: "vision", p: "Churn" } }],
    [
      "the first pool's that matches",
      "pool gpu",
      { service: "AmazonEC2", usageType: "EUC1-BoxUsage:p5.48xlarge" },
    ],
    [
      "the next pool's where the first does not match",
      "pool ec2",
      { service: "AmazonEC2", usageType: "BoxUsage:m5.large" },
    ],
    [
      "the pool's that takes tagged charges",
      "pool monitoring",
      { service: "AmazonCloudWatch", tags: { t: "infra" } },
    ],
    [
      "its own team's where that pool means another tag",
      "vision",
      { service: "AmazonCloudWatch", tags: { t: "vision" } },
    ],
    [
      "a pool's before an assigned team's",
      "pool ec2",
      { service: "AmazonEC2", serviceName: "Amazon Bedrock" },
    ],
    ["an assigned team's", "nlp/chat", { service: "AmazonBedrock" }],
    ["the team's whose account it is", "nlp", { account: "444455556666", service: "AmazonECR" }],
    [
      "a pool's before the team's whose account it is",
      "pool ec2",
      { account: "444455556666", service: "AmazonEC2" },
    ],
    [
      "a pool's by the team that was inferred",
      "pool ours",
      { account: "444455556666", service: "AWSLambda" },
    ],
    ["its own team's though a pool means the team", "nlp", { service: "AWSLambda", tags: { t: "nlp" } }],
    [
      "the team's that the ledger remembers, though a pool matches",
      "vision",
      { service: "AmazonEC2", dated: { t: "vision" } },
    ],
    [
      "the pool's that takes tagged charges, also those that the ledger remembers",
      "pool watched",
      { service: "AmazonKinesis", dated: { t: "vision" } },
    ],
    ["nobody's", "no-team", { service: "AmazonECR" }],
    ["nobody's, with its project", "no-team churn", { service: "AmazonECR", tags: { p: "churn" } }],
    [
      "nobody's, for a team there is not",
      "invalid-team Bogus",
      { service: "AmazonECR", tags: { t: " Bogus" } },
    ],
    ["a pool's, for a team there is not", "pool ec2", { service: "AmazonEC2", tags: { t: "bogus" } }],
    [
      "an assigned team's, for a team there is not",
      "nlp/chat",
      { service: "AmazonBedrock", tags: { t: "bogus" } },
    ],
    [
      "the team's whose account it is, for a team there is not",
      "nlp",
      { account: "444455556666", tags: { t: "bogus" } },
    ],
    ["the aliased team's while the alias holds", "nlp", { tags: { t: "text" }, at: "2026-09-15T23:00:00Z" }],
    [
      "nobody's once the alias has ended",
      "invalid-team text",
      { tags: { t: "text" }, at: "2026-09-16T00:00:00Z" },
    ],
  ])("is %s: %s", async (_, place, line) => {
    expect(await placeOf(pools, line)).toBe(place);
  });

  test("counts for the rules that decided it", async () => {
    const config = configOf(pools);
    const lines: Line[] = [
      { service: "AmazonBedrock" },
      { service: "AmazonBedrock", tags: { t: "vision" } },
      { service: "AmazonEC2", serviceName: "Amazon Bedrock" },
      { service: "AmazonEC2", usageType: "BoxUsage:p5.48xlarge", lineItemType: "Tax" },
      { service: "AmazonECR" },
    ];
    const { ruleHits } = await attributed(config, chargesOf(config, lines));
    expect(Object.fromEntries(ruleHits)).toEqual({ "assign[0]": 3, "pools[1]": 1, "pools[2]": 1 });
  });
});
