import { describe, inject, test } from "vitest";
import type { Account } from "./account/account.ts";
import { madeQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured } from "./account/rules.ts";
import type { Deployed } from "./deployed.ts";
import type { LambdaFunction } from "./runtime/lambda.ts";
import { eventOf } from "./sources/event-of.ts";

/** A process takes tens of milliseconds, and two cores do other things as well. */
const OFTEN = 31;

const rig = makeRig();

describe.each(inject("functions"))("$name", (deployed: Deployed) => {
  test("its start, from nothing to the first answer", { timeout: 600_000 }, async () => {
    const account = await rig.open(configured("default: { mode: observe }"));
    const lambda = account.function(deployed.name);
    for (let times = 0; times < OFTEN; times += 1) {
      await lambda.invoke(firstOf(lambda, deployed, account, times));
      await lambda.kill();
    }
    const begun = lambda.milestones().flatMap(({ ready }) => ready ?? []);
    const answered = lambda.milestones().flatMap(({ answered }) => answered ?? []);
    const first = answered.map((each, place) => each - (begun[place] ?? 0));
    const figures = [
      `init ${text(begun)}`,
      `first invocation ${text(first)}`,
      `from nothing to the answer ${text(answered)}`,
    ];
    console.log(`${deployed.name}, ${OFTEN} times: ${figures.join("; ")}`);
  });
});

/** What invokes it; a queue with one event in it, as of most batches. */
function firstOf(lambda: LambdaFunction, { trigger }: Deployed, { queue }: Account, times: number): unknown {
  if (trigger.kind === "schedule") return eventOf(lambda, trigger);
  const { record } = madeQueue(`cold-${times}`, { "ml-team": "vision" });
  const body = JSON.stringify({ "detail-type": "AWS API Call via CloudTrail", detail: record });
  return {
    Records: [{ messageId: `cold-${times}`, eventSource: "aws:sqs", eventSourceARN: queue.arn, body }],
  };
}

/** The median and the least. */
function text(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const [median = 0, least = 0] = [sorted[Math.floor(sorted.length / 2)], sorted[0]];
  return `${median.toFixed(0)} ms (least ${least.toFixed(0)})`;
}
