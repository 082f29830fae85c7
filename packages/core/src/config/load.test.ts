import { describe, expect, test } from "vitest";
import { TagledgerError } from "../errors.ts";
import { defaultConfig, loadConfig } from "./load.ts";

const COMPLETE = `
version: 1
dimensions: { team: [squad, team], project: product, workload: workload, environment: stage, experiment: run }
tags:
  squad: { required: true, values: [vision, search, platform] }
  product: { required: true, pattern: "[a-z][a-z0-9-]{2,40}" }
  workload: { required: true, values: [training, inference, notebook] }
  stage: { required: true, values: [dev, test, live] }
  run: { required: { when: { workload: [training] } }, pattern: "run-[0-9]{6}" }
normalize: { case: lower, trim: true, aliases: { stage: { production: live } } }
teams:
  vision:
    costCenter: CC-7
    email: [vision@example.com]
    slack: "#vision"
    principals: ["arn:aws:iam::*:role/vision-*"]
    accounts: ["000000000042"]
    aliases: [{ name: cv }, { name: imaging, until: 2026-03-31 }]
scope: { accounts: ["*"], services: ["*"] }
assign:
  - { match: { account: "000000000043", service: bedrock }, set: { team: search, workload: inference }, from: 2026-04-01 }
allocation: step-down
policies: { tax: follow, credit: follow, refund: follow, discount: follow, support: { pool: support }, unusedCommitment: { pool: commitments } }
commitments: as-applied
pools:
  - { name: gpus, match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": train }, usageType: "*:g6.*" }, method: usage, metric: { gpu-hours: 1 }, idle: separate }
  - { name: cpus, match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": train } }, method: usage, metric: { cpu-hours: 7, gib-hours: 1 } }
  - { name: control, match: { service: AmazonEKS }, method: follow, of: [gpus, cpus] }
  - { name: lake, match: { service: AmazonS3, resource: lake }, method: usage, metric: { byte-hours: 1 } }
  - { name: features, match: { resource: "arn:aws:dynamodb:*:*:table/f" }, method: usage, metric: { reads: 1, writes: 4 }, onMissingUsage: previous }
  - { name: watch, match: { service: AmazonCloudWatch, tags: { squad: platform } }, includeTagged: true, method: even, to: [vision, search] }
  - { name: images, match: { service: AmazonECR }, method: fixed, shares: { vision: "0.75", search: "0.25" } }
  - { name: commitments, method: proportional, order: last }
  - { name: support, method: proportional, order: last }
enforcement:
  since: 2026-05-01T00:00:00Z
  stop: false
  principals: ["arn:aws:iam::*:role/ours-*"]
  default: { mode: observe, grace: 90m, deadline: 2d }
  rules:
    - { match: { type: "sagemaker:*", environment: dev }, mode: [notify, repair, quarantine], grace: 2h, deadline: 4h }
    - { match: { type: "ec2:instance", environment: dev }, mode: [notify, quarantine], allow: ["ec2:stop"] }
  environments: { dev: { accounts: ["000000000044"], organizationalUnits: ["ou-x1y2-dev"] } }
  production: [live]
  readiness: { days: 7, decided: 0.9, disputed: 0.01 }
  breaker: { perAccountPerHour: 3, perOrganizationPerHour: 9, usdPerHour: "250" }
  exemptions: [{ match: { resource: "arn:aws:s3:::old-*" }, reason: closing down, owner: platform, until: 2027-06-30 }]
  confidence: 0.7
budgets: [{ match: { team: vision }, monthly: "12000", alert: [0.5, 1.0] }]
usage: [{ kind: prometheus, url: "http://metrics:9090", team: { label: squad } }]
bills: [{ s3: "s3://invoices/exports/ml" }]
notify: { slack: { webhook: "secret:HOOK" }, email: { from: money@example.com }, sns: "arn:aws:sns:eu-west-1:000000000042:ledger", fallback: { email: [platform@example.com] } }
reports: { timeZone: Asia/Tokyo, emailDay: 5, currency: EUR, auth: { issuer: "https://id.example.com/", audience: ledger, teamsClaim: squads, seeAll: [finance] } }
retention: { personalData: 200d, billVersions: 6 }
`;

describe("a configuration", () => {
  test("with every key loads without a warning", () => {
    const { config, warnings } = loadConfig(COMPLETE, "tagledger.yaml");

    expect(warnings).toEqual([]);
    expect(config.dimensions).toMatchObject({ team: ["squad", "team"], project: ["product"] });
    expect(config.teams.vision?.accounts).toEqual(["000000000042"]);
  });

  test("of nothing but its version is the default", () => {
    expect(loadConfig("version: 1", "tagledger.yaml").config).toEqual(defaultConfig());
  });

  test("that is the default asks for the five ml-* keys and changes nothing", () => {
    const { tags, enforcement } = defaultConfig();

    expect(Object.keys(tags)).toEqual([
      "ml-team",
      "ml-project",
      "ml-workload-type",
      "ml-environment",
      "ml-experiment-id",
    ]);
    expect(enforcement.default.mode).toBe("observe");
  });

  test("may begin with a byte order mark, end its lines as Windows does, and be JSON", () => {
    expect(loadConfig("\uFEFFversion: 1\r\nallocation: direct\r\n", "t").config.allocation).toBe("direct");
    expect(loadConfig('{"version": 1, "allocation": "direct"}', "t").config.allocation).toBe("direct");
  });

  test("may repeat a value by its anchor", () => {
    const { config } = loadConfig("version: 1\nteams: { a: &a { email: [a@example.com] }, b: *a }", "t");

    expect(config.teams.b?.email).toEqual(["a@example.com"]);
  });

  test("keeps keys as they are written", () => {
    const { config } = loadConfig("version: 1\nteams: { 007: {}, 1e3: {}, null: {} }", "t");

    expect(Object.keys(config.teams)).toEqual(["007", "1e3", "null"]);
  });

  test("keeps every digit of a plain number where digits are money", () => {
    const text = `version: 1
pools:
  - { name: a, method: fixed, shares: { x: 0.10000000000000000000001, y: 0.89999999999999999999999 } }
  - { name: b, method: usage, metric: { p: 1e-7, q: 0.30000000000000004, r: 0x1F, s: 12345678901234567890, t: .50 } }
budgets: [{ match: {}, monthly: "050.10" }]`;

    const { config } = loadConfig(text, "t");

    expect(config.pools[0]).toMatchObject({ shares: { x: "0.10000000000000000000001" } });
    expect(config.pools[1]).toMatchObject({
      metric: { p: "0.0000001", q: "0.30000000000000004", r: "31", s: "12345678901234567890", t: "0.5" },
    });
    expect(config.budgets[0]?.monthly).toBe("50.1");
  });
});

describe("the place of a part", () => {
  const { locate } = loadConfig(
    "version: 1\nteams:\n  a:\n    email: [a@example.com]\npools: [{ name: p, method: even }]",
    "t",
  );

  test.each([
    [["version"], { line: 1, column: 10 }],
    [["teams", "a"], { line: 3, column: 3 }],
    [["teams", "a", "email", 0], { line: 4, column: 13 }],
    [["pools", 0], { line: 5, column: 9 }],
    [["pools", 0, "includeTagged"], undefined],
    [["reports", "timeZone"], undefined],
  ])("%j is %j", (path, position) => {
    expect(locate(path)).toEqual(position);
  });
});

describe("the error of a bad configuration", () => {
  test("lists every problem in the order of the file, and repeats them for programs", () => {
    const text = "version: 1\nallocation: dirct\nreports: { emailDay: 31 }\n";

    const error = caught(text);

    expect(error.code).toBe("bad-configuration");
    expect(error.message.split("\n")).toEqual([
      'ml.yaml:2:13: allocation: got "dirct", expected one of step-down, direct, reciprocal: did you mean "direct"?',
      "ml.yaml:3:22: reports.emailDay: got the number 31, expected a day of the month from 1 to 28",
    ]);
    expect(error.fields).toEqual({
      file: "ml.yaml",
      line: 2,
      column: 13,
      problems: error.message.split("\n"),
    });
  });
});

function caught(text: string): TagledgerError {
  try {
    loadConfig(text, "ml.yaml");
  } catch (error) {
    if (error instanceof TagledgerError) return error;
    throw error;
  }
  throw new Error("the configuration loaded");
}
