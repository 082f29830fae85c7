import { describe, inject, test } from "vitest";
import { madeQueue } from "./account/records.ts";
import { makeRig } from "./account/rig.ts";
import { configured } from "./account/rules.ts";
import type { Deployed } from "./deployed.ts";
import { eventOf } from "./sources/event-of.ts";

/** A process takes tens of milliseconds, and two cores do other things as well. */
const OFTEN = 31;

const rig = makeRig();

describe.each(inject("functions"))("$name", (deployed: Deployed) => {
  test("its start, from nothing to the first answer", { timeout: 600_000 }, async () => {
    const account = await rig.open(configured("default: { mode: observe }"));
    const lambda = account.function(deployed.name);
    for (let times = 0; times < OFTEN; times += 1) {
      const { record } = madeQueue(`cold-${times}`, { "ml-team": "vision" });
      await lambda.invoke(eventOf(lambda, deployed.trigger, [JSON.stringify(record)]));
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

/** The median and the least. */
function text(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const [median = 0, least = 0] = [sorted[Math.floor(sorted.length / 2)], sorted[0]];
  return `${median.toFixed(0)} ms (least ${least.toFixed(0)})`;
}
