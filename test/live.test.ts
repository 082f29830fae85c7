import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { loadConfig } from "@tagledger/core/config/load";
import { enforce } from "@tagledger/core/flows/enforce";
import { rulesOf } from "@tagledger/core/flows/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-live-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const LEDGER = join(folder, "books.sqlite");

const CONFIG = `version: 1
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-project: { required: false }
normalize: { aliases: { ml-team: { cv: vision } } }
`;
writeFileSync(join(folder, "tagledger.yaml"), CONFIG);

function live(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "live", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Live spend at a time of September, as programs read it. */
function liveAt(at: string, ...args: string[]) {
  const { stdout } = live("--ledger", LEDGER, "--json", "--at", at, ...args);
  return JSON.parse(stdout);
}

let events = 0;

/** A call in us-east-1 at a time of September, with an id of its own. */
function call(time: string, eventName: string, facts: Readonly<Record<string, unknown>>) {
  events++;
  const eventID = `00000000-0000-4000-8000-${String(events).padStart(12, "0")}`;
  return makeRecord({ eventID, eventTime: `2026-09-${time}Z`, eventName, awsRegion: "us-east-1", ...facts });
}

function launched(
  time: string,
  instanceId: string,
  instanceType: string,
  tags: Readonly<Record<string, string>>,
) {
  const tagSet = { items: Object.entries(tags).map(([key, value]) => ({ key, value })) };
  return call(time, "RunInstances", {
    requestParameters: {},
    responseElements: { instancesSet: { items: [{ instanceId, instanceType, tagSet }] } },
  });
}

function of(time: string, eventName: string, instanceId: string) {
  const items = [{ instanceId }];
  return call(time, eventName, {
    requestParameters: { instancesSet: { items } },
    responseElements: { instancesSet: { items } },
  });
}

const [ONE, TWO, ODD] = ["i-00000000000000001", "i-00000000000000002", "i-00000000000000003"];
const VISION = { "ml-team": "vision", "ml-project": "ocr" };

beforeAll(async () => {
  const rules = rulesOf(loadConfig(CONFIG, "tagledger.yaml").config, "c0ffee");
  const ledger = await openSqliteLedger(LEDGER);
  const ports = { ledger, prices: offlinePrices(), hash: nodeHash };
  const records = [
    launched("01T12:00:00", ONE, "m5.large", VISION),
    launched("01T12:00:00", TWO, "m5.large", { "ml-team": "ranking" }),
    launched("01T18:00:00", ODD, "x9.odd", VISION),
    of("01T22:20:00", "StopInstances", ONE),
    of("02T00:00:00", "TerminateInstances", TWO),
  ];
  for (const record of records) {
    await enforce(ports, rules, { record, now: Date.parse(String(record.eventTime)) });
  }
  await ledger.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("tagledger live --json", () => {
  test("tells exactly what runs, what stands and what nobody knows", () => {
    expect(liveAt("2026-09-01T22:00:00Z")).toEqual({
      at: "2026-09-01T22:00:00.000Z",
      month: "2026-09",
      totals: {
        // Twice ten hours at 0.096, and four hours at nobody knows what.
        monthToDate: {
          amounts: [{ amount: "1.92", currency: "USD" }],
          resources: 3,
          unpriced: 1,
          mayHaveEnded: 0,
          unpricedHours: "4",
        },
        hourly: {
          amounts: [{ amount: "0.192", currency: "USD" }],
          resources: 3,
          unpriced: 1,
          mayHaveEnded: 0,
        },
      },
      rows: [
        {
          team: "ranking",
          monthToDate: {
            amounts: [{ amount: "0.96", currency: "USD" }],
            resources: 1,
            unpriced: 0,
            mayHaveEnded: 0,
            unpricedHours: "0",
          },
          hourly: {
            amounts: [{ amount: "0.096", currency: "USD" }],
            resources: 1,
            unpriced: 0,
            mayHaveEnded: 0,
          },
        },
        {
          team: "vision",
          monthToDate: {
            amounts: [{ amount: "0.96", currency: "USD" }],
            resources: 2,
            unpriced: 1,
            mayHaveEnded: 0,
            unpricedHours: "4",
          },
          hourly: {
            amounts: [{ amount: "0.096", currency: "USD" }],
            resources: 2,
            unpriced: 1,
            mayHaveEnded: 0,
          },
        },
      ],
    });
  });

  test("stops counting what was stopped or terminated", () => {
    const { rows } = liveAt("2026-09-15", "--group-by", "resource", "--where", "type=ec2:instance");
    const arn = (id: string) => `arn:aws:ec2:us-east-1:444455556666:instance/${id}`;
    expect(
      rows.map(({ resource, monthToDate, hourly }: (typeof rows)[number]) => [
        resource,
        monthToDate.amounts,
        hourly.amounts,
        hourly.resources,
      ]),
    ).toEqual([
      // 10 h 20 min at 0.096, and nothing an hour since, which is known.
      [arn(ONE), [{ amount: "0.992", currency: "USD" }], [{ amount: "0", currency: "USD" }], 1],
      [arn(TWO), [{ amount: "1.152", currency: "USD" }], [], 0],
      [arn(ODD), [], [], 1],
    ]);
  });

  test("begins each month with nothing", () => {
    const { totals } = liveAt("2026-10-01T01:00:00Z");
    expect(totals.monthToDate).toMatchObject({
      amounts: [{ amount: "0", currency: "USD" }],
      resources: 2,
      unpricedHours: "1",
    });
  });

  test("filters by what tags may say, spelt as the configuration reads it", () => {
    const { rows, totals } = liveAt("2026-09-01T22:00:00Z", "--where", "team=CV", "-g", "project,type");
    expect(rows).toMatchObject([{ project: "ocr", type: "ec2:instance" }]);
    expect(totals.monthToDate.resources).toBe(2);
    expect(liveAt("2026-09-01T22:00:00Z", "--where", "account=1").rows).toEqual([]);
  });
});

describe("tagledger live", () => {
  test("shows the same to people", () => {
    const { status, stdout } = live("--ledger", LEDGER, "--at", "2026-09-01T22:00:00Z");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^vision +2 +1 +0\.0960 +2 +1 +4\.0 +0\.96$/m);
    expect(stdout).toMatch(/^total +3 +1 +0\.1920 +3 +1 +4\.0 +1\.92$/m);
  });

  test("says where there is something to see, where there is nothing", () => {
    const before = live("--ledger", LEDGER, "--at", "2026-08-01");
    expect([before.status, before.stdout]).toEqual([
      0,
      expect.stringContaining("Nothing is known to be there"),
    ]);
    expect(before.stderr).toContain("The ledger knows spend in 2026-09; try --at 2026-09-01T18:00:00.000Z");
  });

  test("finds the ledger of npm start by itself, one's own before the sample's", () => {
    const none = live();
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("npm start");
    mkdirSync(join(folder, ".tagledger"));
    copyFileSync(LEDGER, join(folder, ".tagledger/sample.sqlite"));
    const sample = live("--at", "2026-09-01T22:00:00Z");
    expect([sample.status, sample.stderr]).toEqual([0, expect.stringContaining("sample company")]);
    copyFileSync(LEDGER, join(folder, ".tagledger/ledger.sqlite"));
    expect(live("--at", "2026-09-01T22:00:00Z").stderr).toBe("");
  });

  test.each([
    [["--ledger", "absent.sqlite"], "absent.sqlite: there is no such ledger; `npm start` makes one"],
    [["--ledger", LEDGER, "--group-by", "taem"], 'there is no dimension "taem": did you mean "team"?'],
    [["--ledger", LEDGER, "--where", "regoin=x"], 'there is no dimension "regoin": did you mean "region"?'],
    [["--ledger", LEDGER, "--where", "team"], "--where team: expected a dimension and a value"],
    [["--ledger", LEDGER, "--at", "yesterday"], "--at yesterday: expected a time such as"],
    [["--ledger", "tagledger.yaml"], "tagledger.yaml"],
    [["--jsn"], "--json"],
  ])("refuses %j and says why", (args, message) => {
    const { status, stdout, stderr } = live(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
