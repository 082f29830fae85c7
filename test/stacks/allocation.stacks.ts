import { EVENT_TYPES } from "@tagledger/core/events/event-types";
import { EVENT_SOURCE } from "@tagledger/core/events/source";
import { describe, expect, test } from "vitest";
import { ofType } from "./graph/function-of.ts";
import { functionsOf } from "./graph.ts";
import { matcher } from "./pattern/matcher.ts";
import { graphOf } from "./scenarios.ts";

const SCENARIO = "one account, acting";

async function ruleCalled(name: string) {
  const graph = await graphOf(SCENARIO);
  const rule = ofType(graph, "aws:cloudwatch/eventRule:EventRule").find((each) => each.name === name);
  const targets = ofType(graph, "aws:cloudwatch/eventTarget:EventTarget").filter(
    ({ inputs }) => inputs.rule === rule?.inputs.name,
  );
  const queue = ofType(graph, "aws:sqs/queue:Queue").find(({ arn }) =>
    targets.every(({ inputs }) => inputs.arn === arn),
  );
  const inputs = targets.map((each) => each.inputs.input);
  return { rule: rule?.inputs, inputs, queue: queue?.name };
}

async function allocateFunction() {
  const found = functionsOf(await graphOf(SCENARIO)).find(
    ({ source }) => source === "functions/allocate.handler",
  );
  if (found === undefined) throw new Error("bills are divided by nobody");
  return found;
}

describe("a month is divided", () => {
  test("when a bill of it is published on our own bus, and by no other event of ours", async () => {
    const { rule, queue } = await ruleCalled("RulePublished");
    const [bus] = ofType(await graphOf(SCENARIO), "aws:cloudwatch/eventBus:EventBus");
    expect(rule?.eventBusName).toBe(bus?.inputs.name);
    expect(queue).toBe("AllocationsQueue");
    const isHeard = matcher(JSON.parse(String(rule?.eventPattern)));
    const heard = EVENT_TYPES.filter(({ name, example }) =>
      isHeard({ source: EVENT_SOURCE, "detail-type": name, detail: example.detail }),
    );
    expect(heard.map(({ name }) => name)).toEqual(["BillPublished"]);
  });

  test.each([
    ["the month that goes on", "RuleAllocateCurrent", 0],
    ["the month before", "RuleAllocatePrevious", 1],
  ])("once a day while it is %s, as usage comes late", async (_, name, back) => {
    const { rule, inputs, queue } = await ruleCalled(name);
    expect(rule).toMatchObject({ scheduleExpression: "rate(1 day)" });
    expect(inputs).toEqual([JSON.stringify({ allocate: "open", back })]);
    expect(queue).toBe("AllocationsQueue");
  });
});

test("who divides has a disk, memory and time of its own, and divides one month at a time", async () => {
  const { resource, timeout, memory, eventSources } = await allocateFunction();
  expect({ timeout, memory }).toEqual({ timeout: 900, memory: 3008 });
  expect(resource.inputs.ephemeralStorage).toEqual({ size: 10_240 });
  expect(eventSources).toMatchObject([{ batchSize: 1, scalingConfig: { maximumConcurrency: 2 } }]);
});

test("who divides is told where cells are kept", async () => {
  const [divides, takesIn] = ["functions/allocate.handler", "functions/on-bill-delivered.handler"].map(
    async (handler) =>
      functionsOf(await graphOf(SCENARIO)).find(({ source }) => source === handler)?.environment,
  );
  const { TAGLEDGER_CELLS } = (await takesIn) ?? {};
  expect(TAGLEDGER_CELLS).toMatch(/^s3:\/\//);
  expect(await divides).toMatchObject({ TAGLEDGER_CELLS });
});
