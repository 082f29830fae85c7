import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@tagledger/core/config/load";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { stackSet } from "@tagledger/core/policy/stack-set";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-policy-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const CONFIG = "version: 1\nenforcement: { default: { mode: [notify, repair, quarantine] } }\n";
writeFileSync(join(folder, "tagledger.yaml"), CONFIG);
writeFileSync(join(folder, "observing.yaml"), "version: 1\n");

afterAll(() => rmSync(folder, { recursive: true }));

const HOME = ["--home", "111122223333:eu-central-1"];
const PLACES = ["--places", "111122223333:eu-central-1,222233334444:us-east-1"];

function policy(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "policy", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

describe("tagledger policy", () => {
  test("prints event rules as JSON alone, and what they cannot express beside it", () => {
    const { status, stdout, stderr } = policy("--target", "event-rules");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(eventRules());
    expect(stderr).toContain("event-rules cannot express: the schema");
  });

  test("prints the template for member accounts by the configuration that lies here", () => {
    const { stdout, stderr } = policy(
      "--target",
      "stack-set",
      ...HOME,
      ...PLACES,
      "--tags",
      "ml-team=ml-platform",
    );
    const home = { account: "111122223333", region: "eu-central-1" };
    const places = [home, { account: "222233334444", region: "us-east-1" }];
    const site = { stage: "production", home, places, tags: { "ml-team": "ml-platform" } };
    expect(JSON.parse(stdout)).toEqual(stackSet(loadConfig(CONFIG, "tagledger.yaml").config, site));
    expect(stderr).toMatch(/the template has \d+ bytes, more than 51200: put it into S3/);
  });

  test("prints what each function and each role of a member account may do", () => {
    const acting = JSON.parse(policy("--target", "iam", ...HOME, ...PLACES).stdout);
    expect(Object.keys(acting)).toEqual(["functions", "members"]);
    expect(Object.keys(acting.functions)).toEqual([
      "allocate",
      "api",
      "monthly-email",
      "on-bill-delivered",
      "on-due",
      "on-resource-event",
      "sweep",
    ]);
    expect(Object.keys(acting.members["222233334444"])).toEqual(["reader", "remediation", "boundary"]);
    expect(JSON.stringify(acting.functions["on-due"])).toContain("tag:TagResources");
    const { stdout } = policy("--target", "iam", ...HOME, ...PLACES, "--config", "observing.yaml");
    expect(JSON.stringify(JSON.parse(stdout).functions["on-due"])).not.toContain("tag:TagResources");
  });

  test("writes a file for each target, and the external id into one of its own that only its owner reads", () => {
    const targets = ["--target", "event-rules", "--target", "iam", "--target", "stack-set"];
    const { status, stdout, stderr } = policy(
      ...targets,
      ...HOME,
      ...PLACES,
      "--external-id",
      "Zx7-only-we",
      "--out",
      "all",
    );
    const names = ["event-rules.json", "iam.json", "stack-set.json", "stack-set.parameters.json"];
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toContain(`wrote ${names.join(", ")} to all`);
    expect(readdirSync(join(folder, "all")).sort()).toEqual(names);
    const texts = Object.fromEntries(
      names.map((name) => [name, readFileSync(join(folder, "all", name), "utf8")]),
    );
    expect(texts["event-rules.json"]).toBe(policy("--target", "event-rules").stdout);
    expect(texts["stack-set.json"]).not.toContain("Zx7-only-we");
    expect(JSON.parse(texts["stack-set.parameters.json"] ?? "")).toEqual([
      { ParameterKey: "ExternalId", ParameterValue: "Zx7-only-we" },
    ]);
    expect(statSync(join(folder, "all", "stack-set.parameters.json")).mode & 0o077).toBe(0);
  });

  test("writes nothing where one of several cannot be written", () => {
    mkdirSync(join(folder, "half", "iam.json"), { recursive: true });
    const { status, stderr } = policy("--target", "event-rules", "--target", "iam", ...HOME, "--out", "half");
    expect(status).toBe(2);
    expect(stderr).toContain("iam.json: something else than a file is there");
    expect(readdirSync(join(folder, "half"))).toEqual(["iam.json"]);
  });

  test("says where the accounts have no region in common", () => {
    const places = ["--places", "222233334444:us-east-1,333344445555:eu-central-1"];
    expect(policy("--target", "stack-set", ...HOME, ...places).stderr).toContain(
      "say RolesRegion for each of them",
    );
  });

  test.each([
    [["--target", "stackset"], 'there is no target "stackset": did you mean "stack-set"?'],
    [["--target", "terraform"], ": expected one of event-rules, iam, stack-set"],
    [["--target", "scp"], "--target scp: this version does not write it; expected one of event-rules"],
    [[], "name what to write, as --target event-rules"],
    [["--target", "iam"], "--home: name where Tagledger is deployed"],
    [["--target", "iam", "--home", "111122223333"], "--home 111122223333: expected accounts and regions"],
    [["--target", "iam", "--home", PLACES[1] ?? ""], "expected one account and region"],
    [["--target", "iam", ...HOME, "--places", "here"], "--places here: expected accounts and regions"],
    [["--target", "iam", ...HOME, "--places", "222233334444:cn-north-1"], "is in another partition than"],
    [
      ["--target", "iam", ...HOME, "--stage", "a stage"],
      "--stage a stage: expected at most 13 lower-case letters",
    ],
    [["--target", "iam", ...HOME, "--explorer-view", "v"], "expected the ARN of a view of Resource Explorer"],
    [["--target", "iam", ...HOME, "--config", "absent.yaml"], "absent.yaml: there is no such configuration"],
    [["--target", "stack-set", ...HOME], "at home nothing is to be rolled out"],
    [
      ["--target", "stack-set", ...HOME, ...PLACES, "--tags", "team"],
      "--tags team: expected a key and a value",
    ],
  ])("refuses %j and writes nothing", (args, message) => {
    const { status, stdout, stderr } = policy(...args, "--out", "refused");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, "refused"))).toBe(false);
  });

  test("prints one target only", () => {
    const { status, stdout, stderr } = policy("--target", "event-rules", "--target", "iam", ...HOME);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--out names a folder for several");
  });

  test("refuses an external id that STS would not take, and does not repeat it", () => {
    const { status, stderr } = policy(
      "--target",
      "stack-set",
      ...HOME,
      ...PLACES,
      "--external-id",
      "a b",
      "--out",
      "no",
    );
    expect(status).toBe(2);
    expect(stderr).not.toContain("a b");
    expect(existsSync(join(folder, "no"))).toBe(false);
  });
});
