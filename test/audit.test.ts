import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-audit-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");

afterAll(() => rmSync(folder, { recursive: true }));

function audit(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "audit", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

/** The lines of an audit as JSON. */
function auditLines(...args: string[]) {
  const { status, stdout, stderr } = audit(...args, "--json", "--config", CONFIG);
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const CONFIG = write(
  "rules.yaml",
  `version: 1
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-environment: { required: true, values: [dev, prod] }
normalize: { aliases: { ml-environment: { production: prod } } }
enforcement: { principals: ["arn:aws:iam::*:role/tagledger-*"], default: { mode: observe, grace: 1h } }
`,
);
const HARDER = write(
  "harder.yaml",
  readFileSync(CONFIG, "utf8").replace("normalize:", "  ml-project: { required: true }\nnormalize:"),
);

let events = 0;

/** A record with an id and a time of its own. */
function record(minute: number, facts: Readonly<Record<string, unknown>>) {
  events++;
  return makeRecord({
    eventID: `00000000-0000-4000-8000-${String(events).padStart(12, "0")}`,
    eventTime: new Date(Date.UTC(2026, 8, 1, 12, minute)).toISOString().replace(".000Z", "Z"),
    ...facts,
  });
}

function queue(minute: number, name: string, tags: Readonly<Record<string, string>>, facts = {}) {
  return record(minute, {
    eventSource: "sqs.amazonaws.com",
    eventName: "CreateQueue",
    requestParameters: { queueName: name, tags },
    responseElements: { queueUrl: `https://sqs.eu-central-1.amazonaws.com/444455556666/${name}` },
    ...facts,
  });
}

function tagQueue(minute: number, name: string, tags: Readonly<Record<string, string>>) {
  return record(minute, {
    eventSource: "sqs.amazonaws.com",
    eventName: "TagQueue",
    requestParameters: { queueUrl: `https://sqs.eu-central-1.amazonaws.com/444455556666/${name}`, tags },
    responseElements: null,
  });
}

const GOOD = { "ml-team": "vision", "ml-environment": "dev" };
const DENIED = { errorCode: "AccessDenied", responseElements: null };
const log = (...records: unknown[]) => JSON.stringify({ Records: records });

const LOG = write(
  "log/a.json",
  log(
    tagQueue(10, "late", GOOD),
    queue(0, "good", GOOD),
    queue(1, "spelt", { "ml-team": "VISION", "ml-environment": "Production" }),
    queue(2, "bare", {}),
    queue(3, "late", {}),
    queue(4, "too-late", {}),
    tagQueue(90, "too-late", GOOD),
    queue(5, "denied", GOOD, DENIED),
    record(6, { eventName: "DescribeInstances", readOnly: true }),
    record(7, { eventSource: "groundstation.amazonaws.com", eventName: "CreateSomethingNew" }),
  ),
);

describe("tagledger audit --json", () => {
  test("prints one line for each event, in the order of the log", () => {
    const { status, lines } = auditLines(LOG);
    expect(status).toBe(0);
    expect(
      lines.map(({ outcome, skipReason, resources }) => skipReason ?? resources[0]?.verdict ?? outcome),
    ).toEqual([
      "compliant",
      "compliant",
      "repairable",
      "undecided",
      "undecided",
      "undecided",
      "compliant",
      "failed-call",
      "not-a-creation",
      "unknown-event",
    ]);
  });

  test("says all that is known of a resource, and nothing else", () => {
    expect(auditLines(LOG).lines[2]).toEqual({
      eventId: expect.stringMatching(/^00000000-/),
      eventTime: "2026-09-01T12:01:00Z",
      eventSource: "sqs.amazonaws.com",
      eventName: "CreateQueue",
      account: "444455556666",
      region: "eu-central-1",
      outcome: "evaluated",
      skipReason: null,
      actor: {
        type: "AssumedRole",
        arn: "arn:aws:sts::111122223333:assumed-role/researcher/mira",
        display: "mira",
      },
      resources: [
        {
          arn: "arn:aws:sqs:eu-central-1:444455556666:spelt",
          id: "spelt",
          type: "queue",
          requestTags: { "ml-team": "VISION", "ml-environment": "Production" },
          verdict: "repairable",
          findings: [
            { key: "ml-team", reason: "not-normalized", actual: "VISION", expected: expect.any(String) },
            { key: "ml-environment", reason: "alias", actual: "Production", expected: expect.any(String) },
          ],
          remedies: [
            expect.objectContaining({ kind: "tag", set: { "ml-team": "vision", "ml-environment": "prod" } }),
          ],
          hourly: null,
        },
      ],
    });
  });

  test("decides where the log holds all tagging: what came within the grace counts, whatever its place in the log", () => {
    const { lines } = auditLines(LOG, "--assume-complete");
    const verdicts = lines.flatMap(({ eventName, resources }) =>
      resources.map(({ id, verdict }: { id: string; verdict: string }) => [eventName, id, verdict]),
    );
    expect(verdicts).toEqual([
      ["TagQueue", "late", "compliant"],
      ["CreateQueue", "good", "compliant"],
      ["CreateQueue", "spelt", "repairable"],
      ["CreateQueue", "bare", "violating"],
      ["CreateQueue", "late", "compliant"],
      ["CreateQueue", "too-late", "violating"],
      ["TagQueue", "too-late", "compliant"],
    ]);
  });

  test("takes nobody for an owner who only tags", () => {
    const tagged = write("tagged.json", log(tagQueue(0, "unseen", { Name: "x" })));
    const owners = write(
      "owners.yaml",
      `${readFileSync(CONFIG, "utf8")}teams: { vision: { principals: ["arn:aws:iam::*:role/*/researcher"] } }\n`,
    );
    const { stdout } = audit(tagged, "--config", owners, "--json");
    expect(JSON.parse(stdout).resources[0]).toMatchObject({ verdict: "undecided", remedies: [] });
  });

  test("leaves what Tagledger itself did alone", () => {
    const own = write(
      "own.json",
      log(
        queue(
          0,
          "q",
          {},
          {
            userIdentity: {
              type: "AssumedRole",
              arn: "arn:aws:sts::111122223333:assumed-role/tagledger-repair/x",
              accountId: "111122223333",
            },
          },
        ),
      ),
    );
    expect(auditLines(own).lines).toEqual([
      expect.objectContaining({ outcome: "skipped", skipReason: "own-action", resources: [] }),
    ]);
  });
});

describe("tagledger audit", () => {
  test("sums up by team, reason and service, and names events that the catalog lacks", () => {
    const { status, stdout } = audit(LOG, "--config", CONFIG);
    expect(status).toBe(0);
    expect(stdout).toContain("Audit · 10 events · 2026-09-01T12:00:00Z to 2026-09-01T13:30:00Z");
    expect(stdout).toMatch(/^vision +0 +1 +3$/m);
    expect(stdout).toMatch(/^sqs +3 +1 +3$/m);
    expect(stdout).toMatch(/^missing +ml-team +3 /m);
    expect(stdout).toMatch(/^groundstation\.amazonaws\.com +CreateSomethingNew +1$/m);
  });

  test("counts what was delivered twice once, and says so", () => {
    const twice = readFileSync(LOG);
    write("twice/a.json", twice);
    write("twice/b.json.gz", gzipSync(twice));
    const { stdout } = audit("twice", "--config", CONFIG);
    expect(stdout).toContain(
      "Audit · 10 events · 2026-09-01T12:00:00Z to 2026-09-01T13:30:00Z · 10 more came twice",
    );
  });

  test("fails on findings where that is wished, and only then", () => {
    const good = write("good.json", log(queue(0, "good", GOOD)));
    expect(audit(LOG, "--config", CONFIG, "--fail-on-findings").status).toBe(1);
    expect(audit(good, "--config", CONFIG, "--fail-on-findings").status).toBe(0);
  });

  test("writes CSV with a row for each finding", () => {
    const { stdout } = audit(LOG, "--config", CONFIG, "--format", "csv");
    const [head, ...rows] = stdout.trimEnd().split("\n");
    expect(head).toMatch(
      /^eventTime,eventId,.*,verdict,key,reason,actual,expected,fix,hourlyAmount,hourlyCurrency$/,
    );
    expect(rows.filter((row) => row.includes(",bare,"))).toHaveLength(2);
    expect(rows.find((row) => row.includes(",good,"))).toMatch(/,compliant,,,,,,,$/);
  });

  test("writes to a file whole, or leaves it as it was", () => {
    const out = write("out.jsonl", "before");
    expect(audit(LOG, "--json", "--out", out).status).toBe(0);
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(10);
    expect(audit(join(folder, "absent"), "--json", "--out", out).status).toBe(2);
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(10);
  });
});

describe("what a log created costs", () => {
  const launched = (minute: number, instanceId: string, instanceType: string, tags: typeof GOOD | object) =>
    record(minute, {
      eventName: "RunInstances",
      awsRegion: "us-east-1",
      requestParameters: {},
      responseElements: {
        instancesSet: {
          items: [
            {
              instanceId,
              instanceType,
              tagSet: { items: Object.entries(tags).map(([key, value]) => ({ key, value })) },
            },
          ],
        },
      },
    });
  const priced = write(
    "priced.json",
    log(
      launched(0, "i-00000000000000001", "m5.xlarge", GOOD),
      launched(1, "i-00000000000000002", "m5.xlarge", { "ml-team": "vision" }),
      launched(2, "i-00000000000000003", "p4d.24xlarge", { "ml-team": "vision" }),
      launched(3, "i-00000000000000004", "m5.xlarge", {}),
      launched(4, "i-00000000000000005", "x9.odd", { "ml-team": "vision" }),
      tagQueue(5, "q", GOOD),
    ),
  );

  test("is told an hour and to the last digit, and null where nobody knows", () => {
    const { lines } = auditLines(priced);
    expect(lines.map(({ resources }) => resources[0].hourly)).toEqual([
      { amount: "0.192", currency: "USD" },
      { amount: "0.192", currency: "USD" },
      { amount: "21.957642", currency: "USD" },
      { amount: "0.192", currency: "USD" },
      null,
      null,
    ]);
  });

  test("stands in CSV and in the summary, by team", () => {
    const csv = audit(priced, "--config", CONFIG, "--format", "csv").stdout;
    expect(csv.match(/,21\.957642,USD$/gm)).toHaveLength(1);
    expect(csv).toMatch(/i-00000000000000005.*,,$/m);
    const { stdout } = audit(priced, "--config", CONFIG);
    expect(stdout).toMatch(/^team +created +unpriced +USD\/hour$/m);
    expect(stdout).toMatch(/^vision +3 +1 +22\.1496$/m);
    expect(stdout).toMatch(/^nobody's +1 +0 +0\.1920$/m);
  });
});

describe("tagledger audit --against", () => {
  test("says who would break by another schema, and how often", () => {
    const { status, stdout } = audit(LOG, "--config", CONFIG, "--against", HARDER, "--fail-on-findings");
    expect(status).toBe(1);
    expect(stdout).toContain("Against the other schema: 4 would break, 0 would mend");
    expect(stdout).toMatch(/^vision +4 +0$/m);
    expect(stdout).toMatch(/^missing +ml-project +4 /m);
    expect(stdout).toMatch(/role\/research\/researcher +4$/m);
  });

  test("prints what changes as JSON, and what does not change not", () => {
    const { lines } = auditLines(LOG, "--against", HARDER);
    expect(lines.filter(({ effect }) => effect === "breaks")).toHaveLength(4);
    expect(lines[0]).toMatchObject({
      team: "vision",
      before: "compliant",
      after: "undecided",
      effect: "breaks",
    });
    expect(auditLines(LOG, "--against", CONFIG).lines).toEqual([]);
  });
});

describe("a log that is not whole", () => {
  const two = log(queue(0, "one", GOOD), queue(1, "two", GOOD));
  const zipped = gzipSync(
    log(...Array.from({ length: 2000 }, (_, n) => queue(n % 60, `q${n * 7919}`, GOOD))),
  );

  test.each([
    ["that ends inside a record", "cut.json", two.slice(0, -40), 1, "the file ends inside a record"],
    [
      "whose gzip breaks",
      "cut.json.gz",
      zipped.subarray(0, zipped.length / 2),
      100,
      "the gzip data is damaged",
    ],
    [
      "with a record that is no event",
      "odd.json",
      log({ eventID: "x" }, queue(0, "q", GOOD)),
      1,
      "eventSource is missing",
    ],
    [
      "with a line that is no JSON",
      "odd.ndjson",
      `${JSON.stringify(queue(0, "q", GOOD))}\nnot\n`,
      1,
      "odd.ndjson:2",
    ],
  ])("%s gives what came before, names the fault and exits 2", (_, name, content, least, words) => {
    const { status, stderr, lines } = auditLines(write(name, content));
    expect(status).toBe(2);
    expect(stderr).toContain(name);
    expect(stderr).toContain(words);
    expect(lines.length).toBeGreaterThanOrEqual(least);
  });

  test("gives the records before the damage, but for the last at most", () => {
    const bytes = Buffer.from(zipped);
    bytes[bytes.length - 8] = (bytes.at(-8) ?? 0) ^ 1;
    const { status, lines, stderr } = auditLines(write("crc.json.gz", bytes));
    expect([status, lines.length >= 1999]).toEqual([2, true]);
    expect(stderr).toContain("the gzip data is damaged or cut off");
  });

  test("is whole where only something else lies beside it", () => {
    write("beside/a.json", two);
    write("beside/README.txt", "Logs of September, as they came.\n");
    write(
      "beside/b.json",
      JSON.stringify({ "detail-type": "EC2 Instance State-change Notification", detail: {} }),
    );
    const { status, lines, stderr } = auditLines("beside");
    expect([status, lines.length]).toEqual([0, 2]);
    expect(stderr).toContain("README.txt:1: no record of CloudTrail");
    expect(stderr).toContain("b.json:1: no record of CloudTrail");
  });

  test("does not keep the others from being read", () => {
    write("some/a.json", two.slice(0, -40));
    write("some/b.json", log(queue(0, "b", GOOD)));
    const { status, lines } = auditLines("some");
    expect([status, lines.map(({ resources }) => resources[0].id)]).toEqual([2, ["one", "b"]]);
  });

  test.each([
    ["a folder without CloudTrail", () => join(write("bare/readme.md", "x"), "..")],
    ["a file of something else", () => write("other.json", '{"name":"x"}')],
    ["an empty file", () => write("empty.json", "")],
  ])("%s is refused", (_, path) => {
    const { status, stdout, stderr } = audit(path(), "--json");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/no CloudTrail events are here|could not be read/);
  });

  test("a path that does not exist is refused before anything is read", () => {
    const { status, stdout, stderr } = audit(LOG, "absent", "--json");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("absent: there is no such file or folder");
    expect(existsSync(join(folder, "absent"))).toBe(false);
  });
});
