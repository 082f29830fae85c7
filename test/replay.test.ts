import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import { loadConfig } from "@tagledger/core/config/load";
import { replayLog } from "@tagledger/core/flows/replay-log";
import { storyView } from "@tagledger/core/ledger/view/story";
import type { Ledger, Trail } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";

const { config } = loadConfig(
  `version: 1
tags: { ml-team: { required: true, values: [vision, ranking] } }
enforcement: { principals: ["arn:aws:iam::*:role/tagledger-*"], default: { mode: observe, grace: 1h } }
`,
  "rules.yaml",
);
const ARN = "arn:aws:sqs:eu-central-1:444455556666:jobs";
const QUEUE_URL = "https://sqs.eu-central-1.amazonaws.com/444455556666/jobs";
const GOOD = { "ml-team": "vision" };
const START = Date.UTC(2026, 8, 1, 12);

let ids = 0;

function call(
  minute: number,
  eventName: string,
  tags: unknown,
  more: Readonly<Record<string, unknown>> = {},
) {
  ids++;
  return makeRecord({
    eventID: `00000000-0000-4000-8000-${String(ids).padStart(12, "0")}`,
    eventTime: new Date(START + minute * 60_000).toISOString().replace(".000Z", "Z"),
    eventSource: "sqs.amazonaws.com",
    eventName,
    requestParameters: { queueName: "jobs", queueUrl: QUEUE_URL, tags },
    responseElements: eventName === "CreateQueue" ? { queueUrl: QUEUE_URL } : null,
    ...more,
  });
}

function untag(minute: number, keys: readonly string[]) {
  return call(minute, "UntagQueue", {}, { requestParameters: { queueUrl: QUEUE_URL, tagKeys: keys } });
}

function logOf(records: readonly unknown[]): Trail {
  return {
    async *read() {
      yield* records.map((record, index) => ({ record, place: `log:${index}` }));
    },
  };
}

async function replay(records: readonly unknown[], ledger: Ledger = memoryLedger()): Promise<Ledger> {
  const ports = { trail: logOf(records), ledger, prices: offlinePrices(), hash: nodeHash };
  for await (const _ of replayLog(ports, { config, paths: [], configuration: "c0ffee" }));
  return ledger;
}

async function lives(ledger: Ledger, name = ARN) {
  const { incarnations } = await ledger.history(name);
  return incarnations.map(({ created, verdict, team, tags }) => [
    (created - START) / 60_000,
    verdict,
    team,
    tags.map(({ key, value }) => `${key}=${value}`).join(" "),
  ]);
}

describe("replaying a log", () => {
  test("records a resource with the verdict after what last happened to it", async () => {
    const ledger = await replay([
      call(0, "CreateQueue", {}),
      call(5, "TagQueue", GOOD),
      untag(300, ["ml-team"]),
    ]);
    expect(await lives(ledger)).toEqual([[0, "violating", null, "ml-team=vision ml-team=null"]]);
    const [life] = storyView(await ledger.history(ARN)).incarnations;
    expect(life?.moments.map(({ what, verdict }) => verdict ?? what)).toEqual([
      "created",
      "tags set",
      "tags removed",
      "pending",
      "taken as told",
      "violating",
    ]);
    expect(life?.fix).toContain(`--resource-arn-list ${ARN}`);
  });

  test("leaves the same however the log is ordered, and when it is replayed again", async () => {
    const records = [
      call(0, "CreateQueue", {}),
      call(5, "TagQueue", GOOD),
      call(6, "TagQueue", { Name: "x" }),
    ];
    // The version counts how often it was written, and what was said meanwhile depends on what was known.
    const known = async (ledger: Ledger) => {
      const { facts, ...history } = await ledger.history(ARN);
      return { ...history, facts: facts.filter(({ kind }) => kind !== "decided"), version: null };
    };
    const expected = await known(await replay(records));
    for (const other of [records.toReversed(), [...records, ...records]]) {
      const ledger = await replay(other);
      expect(await known(ledger)).toEqual(expected);
      expect(await known(await replay(other, ledger))).toEqual(expected);
    }
  });

  test("tells apart what had the same name one after the other", async () => {
    const arn = "arn:aws:dynamodb:eu-central-1:444455556666:table/jobs";
    const table = (minute: number, eventName: string, team: string) =>
      call(minute, eventName, [], {
        eventSource: "dynamodb.amazonaws.com",
        requestParameters: { tableName: "jobs", resourceArn: arn, tags: [{ key: "ml-team", value: team }] },
        responseElements: { tableDescription: { tableArn: arn } },
      });
    const ledger = await replay([
      table(0, "CreateTable", "vision"),
      table(200, "CreateTable", "nobody"),
      table(210, "TagResource", "ranking"),
    ]);
    expect(await lives(ledger, arn)).toEqual([
      [0, "compliant", "vision", "ml-team=vision"],
      [200, "compliant", "ranking", "ml-team=nobody ml-team=ranking"],
    ]);
  });

  test("knows a queue again that a second call found there", async () => {
    const ledger = await replay([call(0, "CreateQueue", GOOD), call(200, "CreateQueue", {})]);
    expect(await lives(ledger)).toEqual([[0, "compliant", "vision", "ml-team=vision"]]);
  });

  test("goes on where an earlier log ended", async () => {
    const ledger = await replay([call(0, "CreateQueue", {})]);
    expect(await lives(ledger)).toEqual([[0, "violating", null, ""]]);
    await replay([call(30, "TagQueue", GOOD)], ledger);
    expect(await lives(ledger)).toEqual([[0, "compliant", "vision", "ml-team=vision"]]);
    expect(
      (await ledger.history(ARN)).facts.map(({ kind }) => kind).filter((kind) => kind !== "decided"),
    ).toEqual(["created", "tagged", "read"]);
  });

  test("tells apart what was deleted and made anew, also where a call might have found it there", async () => {
    const ledger = await replay([
      call(0, "CreateQueue", {}),
      call(200, "DeleteQueue", null),
      call(300, "CreateQueue", GOOD),
    ]);
    expect(await lives(ledger)).toEqual([
      [0, "undecided", null, ""],
      [300, "compliant", "vision", "ml-team=vision"],
    ]);
    const { incarnations } = storyView(await ledger.history(ARN));
    expect(incarnations.map(({ deleted }) => deleted)).toEqual([null, "2026-09-01T15:20:00.000Z"]);
    expect(incarnations[1]?.moments.map(({ what, verdict }) => verdict ?? what)).toEqual([
      "created",
      "deleted",
      "gone",
    ]);
  });

  test("leaves what was deleted before its grace ended undecided", async () => {
    const ledger = await replay([call(0, "CreateQueue", {}), call(5, "DeleteQueue", null)]);
    expect(await lives(ledger)).toEqual([[0, "undecided", null, ""]]);
  });

  test("keeps the end of what an earlier log created, and what came after it", async () => {
    const later = [call(30, "DeleteQueue", null), call(40, "CreateQueue", GOOD)];
    for (const log of [later, later.toReversed()]) {
      const ledger = await replay([call(0, "CreateQueue", {})]);
      await replay(log, ledger);
      expect(await lives(ledger)).toEqual([
        [0, "undecided", null, ""],
        [40, "compliant", "vision", "ml-team=vision"],
      ]);
      const known = (await ledger.history(ARN)).facts.filter(({ kind }) => kind === "ended");
      expect(known).toHaveLength(1);
    }
  });

  test("knows no resource of which it knows only the end, until its creation comes", async () => {
    const ledger = await replay([call(30, "DeleteQueue", null)]);
    expect(await lives(ledger)).toEqual([]);
    await replay([call(10, "CreateQueue", {})], ledger);
    expect((await ledger.history(ARN)).incarnations).toMatchObject([{ state: "gone", verdict: "undecided" }]);
  });

  test("forgets the life before the first, when an added log tells of the creation", async () => {
    const ledger = await replay([call(30, "TagQueue", GOOD)]);
    await replay([call(10, "CreateQueue", {})], ledger);
    expect(await lives(ledger)).toEqual([[10, "compliant", "vision", "ml-team=vision"]]);
  });

  test("judges everything anew by a changed configuration, whatever the log names", async () => {
    const ledger = await replay([call(0, "CreateQueue", GOOD)]);
    const { config: stricter } = loadConfig(
      "version: 1\ntags: { owner: { required: true } }\n",
      "rules.yaml",
    );
    const other = { eventSource: "sns.amazonaws.com", eventName: "ListTopics", readOnly: true };
    const ports = {
      trail: logOf([call(400, "ListTopics", {}, other)]),
      ledger,
      prices: offlinePrices(),
      hash: nodeHash,
    };
    for await (const _ of replayLog(ports, { config: stricter, paths: [], configuration: "0ther" }));
    expect(await lives(ledger)).toEqual([[0, "violating", "vision", "ml-team=vision"]]);
  });

  test("keeps what was there before the log began, by what it shows", async () => {
    const ledger = await replay([call(30, "TagQueue", GOOD)]);
    expect(await lives(ledger)).toEqual([[30, "compliant", "vision", "ml-team=vision"]]);
    expect((await ledger.history(ARN)).incarnations[0]).toMatchObject({ incarnation: "before", actor: null });
  });

  test("counts what Tagledger itself did, and judges by what others did", async () => {
    const own = {
      userIdentity: {
        type: "AssumedRole",
        arn: "arn:aws:sts::111122223333:assumed-role/tagledger-repair/x",
        accountId: "111122223333",
      },
    };
    const ledger = await replay([call(0, "CreateQueue", {}), call(10, "TagQueue", GOOD, own)]);
    expect(await lives(ledger)).toEqual([[0, "compliant", "vision", "ml-team=vision"]]);
    expect(await lives(await replay([call(10, "TagQueue", GOOD, own)]))).toEqual([
      [10, "compliant", "vision", "ml-team=vision"],
    ]);
  });

  test("keeps more lives than one transaction holds", async () => {
    const nights = Array.from({ length: 120 }, (_, n) => [
      call(n * 100, "CreateQueue", n % 2 === 0 ? GOOD : {}),
      call(n * 100 + 90, "DeleteQueue", null),
    ]);
    for (const log of [nights.flat(), nights.flat().toReversed()]) {
      const { incarnations } = await (await replay(log)).history(ARN);
      expect(incarnations.map(({ state }) => state)).toEqual(nights.map(() => "gone"));
    }
  });

  test("keeps more facts than one transaction holds", async () => {
    const changes = Array.from({ length: 250 }, (_, n) => call(n + 1, "TagQueue", { Name: `n${n}` }));
    const ledger = await replay([call(0, "CreateQueue", GOOD), ...changes]);
    expect((await ledger.history(ARN)).facts).toHaveLength(252);
    expect((await ledger.history(ARN)).incarnations).toHaveLength(1);
  });
});
