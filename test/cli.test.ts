import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-cli-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");

afterAll(() => rmSync(folder, { recursive: true }));

function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const BILL = write(
  "bill.csv",
  `BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEC2,Usage,USD,10.1,9.000000000000000000001,"{""ml-team"":""red"",""ml-project"":""chat""}"
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonS3,Usage,USD,1,1,"{}"
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEKS,Usage,USD,2,2,"{}"
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEC2,Tax,USD,0.2,0.2,NULL
`,
);
const CONFIG = write(
  "own.yaml",
  `version: 1
teams: { red: {}, blue: {} }
policies: { tax: follow, refund: follow }
pools:
  - { name: eks, match: { service: eks }, method: usage, metric: { cpu: 1 }, idle: separate }
  - { name: nothing, match: { service: AmazonRDS }, method: even }
`,
);
const USAGE = write(
  "usage.csv",
  `start,end,pool,team,metric,quantity
2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eks,red,cpu,1
2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eks,blue,cpu,2
2026-09-01T00:00:00Z,2026-10-01T00:00:00Z,eks,capacity,cpu,4
`,
);
const OWN = ["report", "--config", CONFIG, "--bill", BILL, "--usage", USAGE];

describe("tagledger report", () => {
  test("prints exact JSON alone on standard output, and notes beside it", () => {
    const { status, stdout, stderr } = tagledger(...OWN, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      period: "2026-09",
      currency: "USD",
      basis: "effective",
      totals: {
        bill: "12.200000000000000000001",
        direct: "9.200000000000000000001",
        shared: "1.5",
        unallocated: "1.5",
        excluded: "0",
      },
      rows: [
        { team: "blue", direct: "0", shared: "1", total: "1" },
        { team: "red", direct: "9.200000000000000000001", shared: "0.5", total: "9.700000000000000000001" },
      ],
      established: [
        { by: "tag", amount: "9.000000000000000000001" },
        { by: "policy", amount: "0.2" },
      ],
      pools: [
        {
          pool: "eks",
          amount: "2",
          method: "usage",
          metric: { cpu: "1" },
          shares: [
            { team: "blue", weight: "1/2", amount: "1" },
            { team: "red", weight: "1/4", amount: "0.5" },
          ],
        },
        { pool: "nothing", amount: "0", method: "even" },
      ],
      unallocated: [
        { reason: "idle", value: "eks", amount: "0.5" },
        { reason: "no-team", value: null, amount: "1" },
      ],
      reconciliation: {
        billed: "13.3",
        bridge: [{ type: "Usage", amount: "-1.099999999999999999999" }],
        difference: "0",
      },
    });
    expect(stderr).toContain("policy for refund matches nothing");
    expect(stderr).toContain("pool nothing matches nothing");
  });

  test("groups and filters by dimensions, missing ones empty in CSV", () => {
    expect(tagledger(...OWN, "--format", "csv", "--group-by", "project,team").stdout).toBe(
      "project,team,direct,shared,total\nchat,red,9.200000000000000000001,0,9.200000000000000000001\nshared,blue,0,1,1\nshared,red,0,0.5,0.5\n",
    );
    const filtered = tagledger(...OWN, "--json", "--where", "project=Chat", "--group-by", "environment");
    expect(JSON.parse(filtered.stdout)).toMatchObject({
      totals: { bill: "9.200000000000000000001", shared: "0", unallocated: "0" },
      rows: [{ environment: null, total: "9.200000000000000000001" }],
      reconciliation: { bill: "12.200000000000000000001" },
    });
  });

  test("shows the same as text and as a page", () => {
    expect(tagledger(...OWN).stdout).toContain("red");
    const { stdout, stderr } = tagledger(...OWN, "--format", "html", "--out", "page.html");
    expect(stdout).toBe("");
    expect(stderr).toContain("wrote page.html");
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain('value="9.700000000000000000001"');
  });

  test.each([
    [["--bill", "absent"], "absent: there is no such file or folder"],
    [
      ["--bill", BILL, "--group-by", "taem"],
      '--group-by: there is no dimension "taem": did you mean "team"?',
    ],
    [["--bill", BILL, "--where", "team"], "--where team: expected a dimension and a value"],
    [["--bill", BILL, "--period", "2026-13"], '"2026-13" is not a billing period'],
    [["--bill", BILL, "--period", "2026-08"], "the bill has no lines of the period 2026-08; it has 2026-09"],
    [["--bill", BILL, "--currency", "EUR"], "the bill has no lines of the currency EUR; it has USD"],
    [["--bill", BILL, "--basis", "lsit"], "Allowed choices are effective, billed, contracted, list"],
    [["--bill", BILL, "--basis", "list"], "lacks the column ListCost"],
    [["--bill", BILL, "--config", "absent.yaml"], "absent.yaml: there is no such configuration"],
    [["--bil", BILL], "--bill"],
    [[], "no bill given"],
  ])("refuses %j, says why and writes nothing", (args, message) => {
    const before = readdirSync(folder);
    const { status, stdout, stderr } = tagledger("report", ...args, "--out", "never.json");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("names the line of usage for a team that does not exist", () => {
    const usage = write(
      "wrong.csv",
      "start,end,pool,team,metric,quantity\n2026-09-01,2026-09-02,eks,rde,cpu,1\n",
    );
    const { status, stderr } = tagledger("report", "--config", CONFIG, "--bill", BILL, "--usage", usage);
    expect(status).toBe(2);
    expect(stderr).toContain('wrong.csv:2: there is no team "rde": did you mean "red"?');
  });
});

describe("tagledger init and check", () => {
  test("what init writes holds together, and is not replaced unasked", () => {
    expect(tagledger("init").status).toBe(0);
    expect(existsSync(join(folder, "tagledger.schema.json"))).toBe(true);
    const again = tagledger("init");
    expect(again).toMatchObject({ status: 2 });
    expect(again.stderr).toContain("tagledger.yaml exists");
    expect(tagledger("check")).toMatchObject({ status: 0 });
  });

  test("check names file, line and column of what is wrong", () => {
    const file = write("wrong.yaml", "version: 1\npools:\n  - { name: a, method: even, grase: 1 }\n");
    const { status, stderr } = tagledger("check", "--config", file);
    expect(status).toBe(2);
    expect(stderr).toMatch(/wrong\.yaml:3:\d+: .*grase/);
  });

  test("check holds a configuration against a bill and can fail on findings", () => {
    const { status, stdout } = tagledger("check", "--config", CONFIG, "--bill", BILL, "--fail-on-findings");
    expect(status).toBe(1);
    expect(stdout).toMatch(/own\.yaml:6:\d+: pools\[1\]: pool nothing matches nothing in this bill/);
    expect(tagledger("check", "--config", CONFIG, "--bill", BILL).status).toBe(0);
  });
});

test("help is help, and an unknown command is bad input", () => {
  expect(tagledger("--help")).toMatchObject({ status: 0 });
  expect(tagledger("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const unknown = tagledger("reprot");
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain("report");
});
