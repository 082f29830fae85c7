import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { watchedCompany } from "./world/watched.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
const folder = mkdtempSync(join(tmpdir(), "tagledger-enforcement-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const LEDGER = ["--ledger", "ledger.sqlite"];
const RULE = "enforcement.rules[0]";

function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function configured(mode: string, days: number): string {
  return `version: 1
tags: { ml-team: { required: true, values: [vision] } }
teams: { vision: {} }
enforcement:
  environments: { dev: { accounts: ["444455556666"] } }
  readiness: { days: ${days} }
  rules:
    - { match: { type: "ec2:instance", environment: dev }, mode: ${mode}, deadline: 4h }
`;
}

const OBSERVE = configured("observe", 2);
const QUARANTINE = configured("[notify, quarantine]", 2);
let arns: readonly string[] = [];

let began = 0;

/** What an instance comes to by now at 0.096 USD an hour, rounded to cents as amounts are shown. */
function cost(): number {
  return Math.round(((Date.now() - began) * 96) / (10 * HOUR)) / 100;
}

/** Three days of a company: one instance is as it should be, one was quarantined, one is not yet decided. */
beforeAll(async () => {
  for (const [name, text] of [
    ["tagledger.yaml", QUARANTINE],
    ["observe.yaml", OBSERVE],
    ["longer.yaml", configured("[notify, quarantine]", 14)],
  ] as const)
    writeFileSync(join(folder, name), text);
  const { config } = loadConfig(QUARANTINE, "tagledger.yaml");
  const hash = nodeHash.sha256(canonicalConfig(config));
  const ledger = await openSqliteLedger(join(folder, "ledger.sqlite"));
  const start = Math.floor(Date.now() / HOUR) * HOUR - 3 * DAY;
  began = start;
  const world = watchedCompany({ config, hash }, { ledger, start });
  await world.launch("1", { "ml-team": "vision" });
  await world.launch("2");
  await world.pass(3 * DAY);
  await world.launch("3");
  arns = ["1", "2", "3"].map(world.arn);
  await ledger.close();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe("tagledger readiness", () => {
  test("tells of each rule and account what it did, as JSON alone on standard output", () => {
    const { status, stdout } = tagledger("readiness", ...LEDGER, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      days: 2,
      thresholds: { days: 2, decided: 0.95, disputed: 0.02 },
      rules: [
        {
          place: RULE,
          mode: ["notify", "quarantine"],
          turnedOnBy: null,
          isReady: true,
          accounts: [{ account: "444455556666", isReady: true, violating: 1, decided: 1, shortfalls: [] }],
        },
        { place: "enforcement.default", mode: [], accounts: [], isReady: false },
      ],
    });
  });

  test("tells people what is missing, and fails where that is asked for", () => {
    const { status, stdout } = tagledger("readiness", ...LEDGER, "-c", "longer.yaml", "--fail-on-findings");
    expect(status).toBe(1);
    expect(stdout).toContain("account 444455556666: observed for 3 days, 14 are needed");
    expect(tagledger("readiness", ...LEDGER, "--fail-on-findings").status).toBe(0);
  });
});

describe("tagledger resource", () => {
  test("tells the whole story of a resource by its ARN or its id, with what is planned and what was before", () => {
    const [, arn = ""] = arns;
    const [least, { status, stdout }, most] = [cost(), tagledger("resource", arn, ...LEDGER), cost()];
    expect(status).toBe(0);
    const [, soFar] = /costs 0\.0960 USD an hour, so far (\d+\.\d\d) USD/.exec(stdout) ?? [];
    expect(Number(soFar)).toBeGreaterThanOrEqual(least);
    expect(Number(soFar)).toBeLessThanOrEqual(most);
    for (const text of [
      arn,
      "ec2:instance in account 444455556666, eu-central-1",
      "violating, nobody's",
      "ml-team is required, and is not there",
      `by ${RULE}, which may notify, quarantine`,
      'before: {"groups":["sg-1","sg-2"]}',
      'ours:   {"groups":["sg-quarantine"]}',
      "notified: the fallback by slack",
      "quarantined: ec2:isolate",
    ])
      expect(stdout).toContain(text);
    expect(tagledger("resource", arn.split("/")[1] ?? "", ...LEDGER).stdout).toBe(stdout);
  });

  test("tells programs the same", () => {
    const [, arn = ""] = arns;
    const told = JSON.parse(tagledger("resource", arn, ...LEDGER, "--json").stdout);
    expect(told).toMatchObject({
      resource: arn,
      state: "violating",
      plan: { rule: RULE, mode: ["notify", "quarantine"], propose: [] },
      quarantines: [{ remedy: "ec2:isolate", ended: null, before: { groups: ["sg-1", "sg-2"] } }],
      incarnations: [{ verdict: "violating", remediation: { stage: "quarantined", remedy: "ec2:isolate" } }],
    });
    expect(told.plan.withheld).toContainEqual(expect.objectContaining({ guard: "turned-on" }));
  });

  test("that nobody knows is refused with the nearest that is known", () => {
    const [arn = ""] = arns;
    const { status, stderr } = tagledger("resource", `${arn.slice(0, -1)}x`, ...LEDGER);
    expect(status).toBe(2);
    expect(stderr).toContain("the ledger knows no such resource: did you mean");
  });
});

describe("tagledger coverage", () => {
  test("counts what was seen and what came of it", () => {
    const { status, stdout } = tagledger("coverage", ...LEDGER, "--days", "5", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      events: { seen: 3, evaluated: 3, failed: 0 },
      resources: { total: 3, decided: 2, pending: 1 },
    });
    expect(tagledger("coverage", ...LEDGER).stdout).toContain("Resources: 3 there, 2 decided, 1 pending");
  });
});

describe("tagledger config publish", () => {
  const publish = (file: string, ...more: string[]) =>
    tagledger("config", "publish", file, "--to", "in/force.yaml", ...LEDGER, ...more);

  test("refuses a rule that is not ready, with all figures", () => {
    const { status, stderr } = publish("longer.yaml");
    expect(status).toBe(2);
    expect(stderr).toContain(`longer.yaml:8:7: ${RULE}: it may quarantine, and is not ready for that:`);
    expect(stderr).toContain("observed 3 of 14 days, decided 1 (2 of 2) of 0.95");
    expect(existsSync(join(folder, "in/force.yaml"))).toBe(false);
  });

  test("refuses an override in nobody's name", () => {
    const { status, stderr } = publish("longer.yaml", "--override", RULE);
    expect(status).toBe(2);
    expect(stderr).toContain("--by NAME");
  });

  test("publishes what is overridden by name, and remembers who did", () => {
    const by = ["--override", RULE, "--by", "ada", "--reason", "a drill"];
    const { status, stdout, stderr } = publish("longer.yaml", ...by, "--json");
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining("ada answers for it (overridden: a drill)"),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      place: "in/force.yaml",
      turnedOn: [{ place: RULE, by: "ada", override: "a drill" }],
    });
    const inForce = readFileSync(join(folder, "in/force.yaml"), "utf8");
    expect(inForce).toBe(configured("[notify, quarantine]", 14));
    const { rules } = JSON.parse(tagledger("readiness", ...LEDGER, "--json").stdout);
    expect(rules[0]).toMatchObject({ place: RULE, turnedOnBy: "ada" });
    expect(publish("tagledger.yaml").status).toBe(0);
  });

  test("needs no ledger where nothing may quarantine", () => {
    const { status, stderr } = tagledger("config", "publish", "observe.yaml", "--to", "in/observed.yaml");
    expect(status).toBe(0);
    expect(stderr).toBe(
      "published observe.yaml to in/observed.yaml\nnote: no --ledger was named, so what stands quarantined is not known\n",
    );
    expect(readFileSync(join(folder, "in/observed.yaml"), "utf8")).toBe(OBSERVE);
  });

  test("names what stays quarantined though no rule wants that, and the command that gives it back", () => {
    const [, arn = ""] = arns;
    const to = ["--to", "in/observed.yaml", ...LEDGER];
    const { status, stdout, stderr } = tagledger("config", "publish", "observe.yaml", ...to, "--json");
    expect([status, stderr]).toEqual([
      0,
      `published observe.yaml to in/observed.yaml
still quarantined though no rule wants that any more: 1
  ${arn}: ec2:isolate, until it is asked for
  to give them back now: tagledger release --unwanted
`,
    ]);
    expect(JSON.parse(stdout).unwanted).toEqual([
      { resource: arn, remedy: "ec2:isolate", until: "it is asked for" },
    ]);
    const told = tagledger("resource", arn, ...LEDGER, "-c", "observe.yaml").stdout;
    expect(told).toContain("no rule wants it quarantined any more; it stays so until it is asked for");
  });
});

describe("tagledger dispute", () => {
  test("is noted with who says so, and counts against the rule", () => {
    const [, arn = ""] = arns;
    const { status, stdout } = tagledger(
      "dispute",
      arn,
      ...LEDGER,
      "--by",
      "bo",
      "--reason",
      "ours",
      "--json",
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ resource: arn, by: "bo", reason: "ours" });
    expect(tagledger("resource", arn, ...LEDGER).stdout).toContain("disputed: by bo: ours");
    const { rules } = JSON.parse(tagledger("readiness", ...LEDGER, "--json").stdout);
    expect(rules[0]).toMatchObject({ isReady: false, accounts: [{ accused: 1, disputed: 1 }] });
  });

  test("of what nothing is held against is refused, and so is one without a configuration", () => {
    const [arn = ""] = arns;
    const { status, stderr } = tagledger("dispute", arn, ...LEDGER, "--reason", "ours");
    expect(status).toBe(2);
    expect(stderr).toContain("nothing is held against it, it is compliant");
    const without = tagledger("dispute", arn, ...LEDGER, "--reason", "ours", "-c", "absent.yaml");
    expect(without).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("there is no such configuration"),
    });
  });
});

describe("tagledger release", () => {
  test("wants one resource or all, and a configuration that somebody chose", () => {
    expect(tagledger("release", ...LEDGER)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("name one resource by its ARN, or all by --all, or some by --unwanted"),
    });
    expect(tagledger("release", "--all", ...LEDGER, "-c", "absent.yaml").status).toBe(2);
  });
});
