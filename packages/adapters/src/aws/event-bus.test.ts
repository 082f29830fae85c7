import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import { afterEach, describe, expect, test } from "vitest";
import { serve, type TestServer } from "../testing/http-server.ts";
import { awsEventBus } from "./event-bus.ts";

const AT = Date.UTC(2026, 8, 1, 12);
const ARN = "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc";

interface Entry {
  readonly DetailType: string;
  readonly Detail: string;
}

const servers: TestServer[] = [];
let calls: (readonly Entry[])[] = [];
let waits: number[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  calls = [];
  waits = [];
});

/** A bus that answers to each entry with an error code, or takes it where that is null. */
async function busAnswering(
  codeOf: (entry: Entry, call: number) => string | null,
  statuses: readonly number[] = [],
) {
  const server = await serve(({ body }) => {
    const { Entries } = JSON.parse(body) as { Entries: Entry[] };
    calls.push(Entries);
    const status = statuses[calls.length - 1] ?? 200;
    const headers = { "content-type": "application/x-amz-json-1.1" };
    if (status !== 200) {
      return { status, headers, body: JSON.stringify({ __type: "AccessDeniedException", message: "no" }) };
    }
    const answers = Entries.map((entry, place) => {
      const code = codeOf(entry, calls.length);
      return code === null
        ? { EventId: `${calls.length}-${place}` }
        : { ErrorCode: code, ErrorMessage: code };
    });
    const failed = answers.filter((answer) => "ErrorCode" in answer).length;
    return { status, headers, body: JSON.stringify({ FailedEntryCount: failed, Entries: answers }) };
  });
  servers.push(server);
  return busAt(server.endpoint);
}

function busAt(endpoint: string) {
  const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  const client = new EventBridgeClient({ endpoint, region: "eu-central-1", credentials, maxAttempts: 1 });
  return awsEventBus({ client, bus: "tagledger", sleep: async (milliseconds) => waits.push(milliseconds) });
}

function makeEvent(id: string, detail: Readonly<Record<string, unknown>> = {}): OutgoingEvent {
  return { id, type: "ResourceViolating", at: AT, detail: { id, resource: ARN, ...detail } };
}

const idsOf = (entries: readonly Entry[] = []) => entries.map(({ Detail }) => JSON.parse(Detail).id);
const numbered = (count: number) => Array.from({ length: count }, (_, place) => makeEvent(`${place}`));

test("an event is put with its source, type, time, resource and detail", async () => {
  const bus = await busAnswering(() => null);
  expect(await bus.put([makeEvent("a")])).toEqual([true]);
  expect(calls).toEqual([
    [
      {
        EventBusName: "tagledger",
        Source: "tagledger",
        DetailType: "ResourceViolating",
        Time: AT / 1000,
        Resources: [ARN],
        Detail: JSON.stringify({ id: "a", resource: ARN }),
      },
    ],
  ]);
});

test("a resource without an ARN is told of in the detail alone", async () => {
  const bus = await busAnswering(() => null);
  await bus.put([makeEvent("a", { resource: "111122223333 eu-central-1 x:y z" })]);
  expect(calls[0]).toMatchObject([{ Resources: [] }]);
});

test("nothing to put asks for nothing", async () => {
  const bus = await busAnswering(() => null);
  expect(await bus.put([])).toEqual([]);
  expect(calls).toEqual([]);
});

describe("one call holds", () => {
  test("ten events at most, in their order", async () => {
    const bus = await busAnswering(() => null);
    expect(await bus.put(numbered(25))).toEqual(numbered(25).map(() => true));
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(calls.flatMap(idsOf)).toEqual(numbered(25).map(({ id }) => id));
  });

  test("256 kB at most, counted in bytes", async () => {
    const bus = await busAnswering(() => null);
    const large = numbered(4).map(({ id }) => makeEvent(id, { text: "é".repeat(60_000) }));
    await bus.put(large);
    expect(calls.map(({ length }) => length)).toEqual([2, 2]);
  });

  test("none that is larger alone: it is refused, and the others go", async () => {
    const bus = await busAnswering(() => null);
    const large = makeEvent("large", { text: "x".repeat(256 * 1024) });
    expect(await bus.put([makeEvent("a"), large, makeEvent("b")])).toEqual([true, false, true]);
    expect(calls.flatMap(idsOf)).toEqual(["a", "b"]);
  });
});

describe("of what the bus does not take", () => {
  test.each(["ThrottlingException", "InternalFailure"])(
    "%s is sent again, without the others",
    async (code) => {
      const bus = await busAnswering(({ Detail }, call) =>
        call === 1 && Detail.includes('"1"') ? code : null,
      );
      expect(await bus.put(numbered(3))).toEqual([true, true, true]);
      expect(calls.map(idsOf)).toEqual([["0", "1", "2"], ["1"]]);
    },
  );

  test("what stays throttled is refused in the end, after longer and longer waits", async () => {
    const bus = await busAnswering(({ Detail }) => (Detail.includes('"1"') ? "ThrottlingException" : null));
    expect(await bus.put(numbered(3))).toEqual([true, false, true]);
    expect(calls.map(idsOf)).toEqual([["0", "1", "2"], ["1"], ["1"]]);
    expect(waits).toEqual([100, 400]);
  });

  test.each(["MalformedDetail", "AccessDeniedException"])("%s is not sent again", async (code) => {
    const bus = await busAnswering(({ Detail }) => (Detail.includes('"0"') ? code : null));
    expect(await bus.put(numbered(2))).toEqual([false, true]);
    expect(calls).toHaveLength(1);
  });
});

describe("a bus that does not answer", () => {
  test("is a failure where nothing was taken", async () => {
    const bus = await busAnswering(() => null, [400]);
    await expect(bus.put(numbered(2))).rejects.toMatchObject({
      code: "outside-failure",
      message: "the event bus tagledger took nothing (AccessDeniedException: no)",
      fields: { bus: "tagledger" },
    });
  });

  test("refuses what comes after that which it took", async () => {
    const bus = await busAnswering(() => null, [200, 400]);
    expect(await bus.put(numbered(12))).toEqual(numbered(12).map(({ id }) => Number(id) < 10));
  });
});
