import { describe, expect, test } from "vitest";
import type { TagMap } from "../catalog/tags.ts";
import { configOf } from "../config/testing/config-of.ts";
import { parseAmount } from "../costs/money.ts";
import type { Trail } from "../ports.ts";
import { type AuditItem, isUnreadableItem } from "../reports/audit/audited.ts";
import { priceBook } from "../spend/price-book.ts";
import { fixedRates } from "../spend/testing/rates.ts";
import { audit, auditComplete } from "./audit.ts";
import {
  called,
  created,
  deleted,
  type LogEntry,
  mapTimelines,
  tagged,
  trailOf,
  untagged,
} from "./testing/log.ts";

const CONFIG = configOf(`
tags: { ml-team: { required: true, values: [vision, search] } }
enforcement: { principals: ["arn:aws:iam::*:role/tagledger-*"], default: { grace: 1h } }
`);
const VISION = { "ml-team": "vision" };
const DENIED = { errorCode: "AccessDenied" };
const OURS = {
  userIdentity: {
    type: "AssumedRole",
    arn: "arn:aws:sts::1:assumed-role/tagledger-repair/x",
    accountId: "1",
  },
};

/** A record of a table that was created, which fails where there is one of its name. */
const table = (minute: number, tags: TagMap = {}) =>
  called(minute, "CreateTable", {
    eventSource: "dynamodb.amazonaws.com",
    requestParameters: { tableName: "t", tags: Object.entries(tags).map(([key, value]) => ({ key, value })) },
    responseElements: {
      tableDescription: { tableArn: "arn:aws:dynamodb:eu-central-1:444455556666:table/t" },
    },
  });

/** Each item in short: why it was skipped, what could not be read, or the verdicts of its resources. */
async function outcomes(items: AsyncIterable<AuditItem>) {
  const short: unknown[] = [];
  for await (const item of items) {
    if (isUnreadableItem(item)) short.push(item);
    else if (item.outcome === "skipped") short.push(item.skipReason);
    else
      short.push(
        item.resources.map(({ resource, judgement }) => `${resource.id} ${judgement.verdict}`).join(),
      );
  }
  return short;
}

const seen = (trail: Trail) => audit({ trail }, { config: CONFIG, paths: ["log"] });
const complete = (trail: Trail) =>
  auditComplete({ trail, timelines: mapTimelines() }, { config: CONFIG, paths: ["log"] });

describe.each([
  ["at sight", seen],
  ["where the log holds all tagging", complete],
])("%s, everything in a log ends in one outcome:", (_, auditOf) => {
  test.each<[string, LogEntry, unknown]>([
    ["what was created", created(0, "q", VISION), "q compliant"],
    ["what was tagged", tagged(0, "q", VISION), "q compliant"],
    ["a call that failed", created(0, "q", VISION, DENIED), "failed-call"],
    ["a read", called(0, "ListQueues", { readOnly: true }), "not-a-creation"],
    ["a mutation that the catalog lacks", called(0, "CreateStar"), "unknown-event"],
    ["what we created ourselves", created(0, "q", VISION, OURS), "own-action"],
    ["a call of ours that failed", created(0, "q", {}, { ...OURS, ...DENIED }), "failed-call"],
    [
      "a file that breaks",
      { problem: "the file is empty" },
      { problem: "the file is empty", place: "log.json:1", foreign: false },
    ],
    [
      "a damaged record",
      { eventName: "CreateQueue" },
      { problem: "eventSource is missing", place: "log.json:1", foreign: false },
    ],
    [
      "what never was a record",
      { name: "package", version: "1.0.0" },
      { problem: "eventSource is missing", place: "log.json:1", foreign: true },
    ],
  ])("%s", async (_what, found, expected) => {
    expect(await outcomes(auditOf(trailOf(found)))).toEqual([expected]);
  });

  test("a record that is no object", async () => {
    const trail: Trail = {
      async *read() {
        yield { record: [created(0, "q")], place: "log.json:1" };
      },
    };
    expect(await outcomes(auditOf(trail))).toEqual([
      { problem: "a record is an object, not a list", place: "log.json:1", foreign: true },
    ]);
  });

  test("in the order of the log, each time that it comes", async () => {
    const twice = created(0, "a", VISION);
    const trail = trailOf(twice, tagged(1, "b", VISION), twice);
    expect(await outcomes(auditOf(trail))).toEqual(["a compliant", "b compliant", "a compliant"]);
  });

  test("with its place and who did it, and what was made with the tags of the request", async () => {
    const items = [];
    const trail = trailOf(
      created(0, "q", VISION),
      created(1, "q", VISION, DENIED),
      created(2, "q", {}, OURS),
    );
    for await (const item of auditOf(trail)) items.push(item);
    expect(items).toMatchObject([
      {
        place: "log.json:1",
        actor: { display: "mira" },
        kind: "creation",
        resources: [{ name: "arn:aws:sqs:eu-central-1:444455556666:q", requestTags: VISION }],
      },
      {
        place: "log.json:2",
        actor: { display: "mira" },
        event: { errorCode: "AccessDenied" },
        resources: [],
      },
      { place: "log.json:3", actor: { display: "x" }, event: { eventId: "CreateQueue 2" }, resources: [] },
    ]);
  });

  test("and what carries no tags is named all the same", async () => {
    const athena = {
      eventSource: "athena.amazonaws.com",
      requestParameters: {},
      responseElements: { sessionId: "s-1" },
    };
    for await (const item of auditOf(trailOf(called(0, "StartSession", athena)))) {
      expect(item).toMatchObject({
        skipReason: "not-taggable",
        resources: [{ id: "s-1", type: "athena:session" }],
      });
    }
    expect.assertions(1);
  });
});

test("at sight a resource that lacks tags is undecided, though it gets them later", async () => {
  const trail = trailOf(created(0, "q"), tagged(1, "q", VISION));
  expect(await outcomes(seen(trail))).toEqual(["q undecided", "q compliant"]);
});

describe("where the log holds all tagging, a resource is", () => {
  test.each<[string, LogEntry[], string[]]>([
    ["violating where it never got its tags", [created(0, "q")], ["q violating"]],
    [
      "compliant where it was tagged within its grace",
      [created(0, "q"), tagged(60, "q", VISION)],
      ["q compliant", "q compliant"],
    ],
    [
      "violating where it was tagged after its grace, and compliant from then on",
      [created(0, "q"), tagged(61, "q", VISION)],
      ["q violating", "q compliant"],
    ],
    [
      "the same, whatever the order of the log",
      [tagged(30, "q", VISION), created(0, "q")],
      ["q compliant", "q compliant"],
    ],
    [
      "violating where its tags were removed again",
      [created(0, "q", VISION), untagged(30, "q", "ml-team")],
      ["q violating", "q violating"],
    ],
    [
      "compliant by tags that we wrote ourselves",
      [created(0, "q"), tagged(5, "q", VISION, OURS)],
      ["q compliant", "own-action"],
    ],
    [
      "not saved by a call that failed",
      [created(0, "q"), tagged(5, "q", VISION, DENIED)],
      ["q violating", "failed-call"],
    ],
    [
      "judged without the tags of another of the same name",
      [table(0), table(20, VISION)],
      ["t violating", "t compliant"],
    ],
    [
      "judged with its tags where a call finds it there",
      [created(0, "q", VISION), created(20, "q"), tagged(30, "q", { extra: "1" })],
      ["q compliant", "q compliant", "q compliant"],
    ],
    [
      "undecided where it was deleted before its grace ended",
      [created(0, "q"), deleted(59, "q")],
      ["q undecided", "not-a-creation"],
    ],
    [
      "violating where it outlived its grace",
      [created(0, "q"), deleted(60, "q")],
      ["q violating", "not-a-creation"],
    ],
    [
      "compliant where it was tagged before it was deleted, whatever the order of the log",
      [deleted(5, "q"), tagged(4, "q", VISION), created(0, "q")],
      ["not-a-creation", "q compliant", "q compliant"],
    ],
    [
      "judged without the tags of one of its name that was deleted before",
      [created(0, "q", VISION), deleted(5, "q"), created(6, "q")],
      ["q compliant", "not-a-creation", "q violating"],
    ],
    [
      "undecided where it is tagged after its end, when nobody knows what it is",
      [created(0, "q", { extra: "1" }), deleted(5, "q"), tagged(6, "q", { extra: "2" })],
      ["q undecided", "not-a-creation", "q undecided"],
    ],
    ["undecided where its creation is not in the log", [tagged(0, "q", { Name: "x" })], ["q undecided"]],
    [
      "one of many, and its tags are its own",
      [created(0, "a"), created(0, "b"), tagged(1, "b", VISION)],
      ["a violating", "b compliant", "b compliant"],
    ],
  ])("%s", async (_, found, expected) => {
    expect(await outcomes(complete(trailOf(...found)))).toEqual(expected);
  });
});

test("what is created has an hour's price, what is tagged or skipped has none", async () => {
  const volume = called(0, "CreateVolume", {
    eventSource: "ec2.amazonaws.com",
    requestParameters: { size: "730", volumeType: "gp3" },
    responseElements: { volumeId: "vol-0123456789abcdef0", size: "730", volumeType: "gp3" },
  });
  const prices = priceBook(fixedRates({ "ebs-storage gp3": "0.08" }));
  const trail = trailOf(volume, created(1, "q", VISION), tagged(2, "q", VISION), called(3, "CreateStar"));
  const request = { config: CONFIG, paths: ["log"] };
  for (const items of [
    audit({ trail, prices }, request),
    auditComplete({ trail, prices, timelines: mapTimelines() }, request),
  ]) {
    const costs: unknown[] = [];
    for await (const item of items)
      if (!isUnreadableItem(item) && item.outcome === "evaluated")
        costs.push(...item.resources.map(({ hourly }) => hourly));
    expect(costs).toEqual([{ amount: parseAmount("0.08"), currency: "USD" }, null, null]);
  }
});

test("a log is read twice where it holds all tagging, and once where not", async () => {
  const reads: (readonly string[])[] = [];
  const trail: Trail = {
    read(paths) {
      reads.push(paths);
      return trailOf(created(0, "q")).read(paths);
    },
  };
  await outcomes(seen(trail));
  expect(reads).toEqual([["log"]]);
  await outcomes(complete(trail));
  expect(reads).toEqual([["log"], ["log"], ["log"]]);
});
