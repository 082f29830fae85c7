import { work } from "@tagledger/core/flows/work";
import type { Fact } from "@tagledger/core/ledger/fact";
import type { Fields } from "@tagledger/core/remediation/fields";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Company, EVERYTHING, GOOD, HOUR, MILD, MINUTE, UNTIL_QUARANTINED } from "./company.ts";
import { Crashes, type CrashPoint } from "./crashing.ts";

const TWO = `ml-team: { required: true, values: [vision, ranking] }, ml-project: { required: false, pattern: "[a-z]{2,20}" }`;

/** What happens to an instance, and what its fields were. */
interface Story {
  readonly name: string;
  readonly enforcement: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly isTaggedLater: boolean;
}

const STORIES: readonly Story[] = [
  { name: "isolated and given back", enforcement: MILD, tags: {}, isTaggedLater: true },
  { name: "stopped and started", enforcement: EVERYTHING, tags: {}, isTaggedLater: true },
  { name: "isolated for good", enforcement: MILD, tags: {}, isTaggedLater: false },
  { name: "repaired", enforcement: MILD, tags: { "ml-team": "Vision" }, isTaggedLater: false },
];

/** What came of a story. */
interface Outcome {
  readonly calls: number;
  readonly writes: unknown;
  readonly happened: Readonly<Record<string, number>>;
  readonly end: unknown;
  readonly befores: readonly Fields[];
  /** How many messages were sent and not noted when a process ended: these are sent again. */
  readonly sentTwice: number;
}

/** Lets a story happen while processes end; whoever comes next does so ten minutes later, when leases have ended. */
async function happen(
  { enforcement, tags, isTaggedLater }: Story,
  points: readonly CrashPoint[],
): Promise<Outcome> {
  const world = new Company({ enforcement, tags: TWO });
  const crashes = new Crashes(points);
  const ports = crashes.through(world.ports);
  let sentTwice = 0;
  const pass = async (milliseconds: number) => {
    const end = world.cloud.now + milliseconds;
    while (world.cloud.now < end) {
      world.cloud.now += 10 * MINUTE;
      try {
        await work(ports, world.rules());
      } catch (error) {
        if (!crashes.hasEnded) throw error;
        crashes.revive();
        sentTwice = world.estate.messages.length - noted(await world.facts(), "notified");
      }
    }
  };
  await world.launch("1", tags);
  await pass(UNTIL_QUARANTINED + HOUR);
  if (isTaggedLater) await world.tag(GOOD);
  await pass(2 * HOUR);
  const facts = await world.facts();
  const { state, due, remediation } = (await world.record()) ?? {};
  const happened: Record<string, number> = {};
  for (const { items } of world.estate.messages) {
    for (const item of items) happened[item.happened] = (happened[item.happened] ?? 0) + 1;
  }
  return {
    calls: crashes.calls,
    writes: world.calls(),
    happened,
    end: { state, isDue: due !== null, stage: remediation?.stage, thing: world.thing() },
    befores: facts.flatMap((fact) => (fact.kind === "began" ? [fact.before] : [])),
    sentTwice,
  };
}

function noted(facts: readonly Fact[], what: Fact["kind"]): number {
  return facts.filter(({ kind }) => kind === what).length;
}

/** Holds what came of a story against what comes of it where no process ends. */
function expectSame(found: Outcome, whole: Outcome, points: readonly CrashPoint[]): void {
  const said = JSON.stringify(points);
  expect(found.writes, said).toEqual(whole.writes);
  expect(found.befores, said).toEqual(whole.befores);
  const total = (each: Outcome) => Object.values(each.happened).reduce((sum, count) => sum + count, 0);
  expect(total(found), said).toBeLessThanOrEqual(total(whole) + found.sentTwice);
  for (const [happened, count] of Object.entries(whole.happened)) {
    expect(found.happened[happened] ?? 0, `${said} ${happened}`).toBeGreaterThanOrEqual(count);
  }
  expect(found.end, said).toEqual(whole.end);
}

describe.each(STORIES)("an instance that is $name", (story) => {
  test("comes to the same wherever a process ends, and nothing is done twice or to another value", async () => {
    const whole = await happen(story, []);
    expect(whole.sentTwice).toBe(0);
    for (let call = 1; call <= whole.calls; call++) {
      for (const when of ["before", "after"] as const) {
        const points = [{ call, when }];
        expectSame(await happen(story, points), whole, points);
      }
    }
  });

  test("comes to the same when several processes end, one after the other", async () => {
    const whole = await happen(story, []);
    const point = fc.record({
      call: fc.integer({ min: 1, max: whole.calls }),
      when: fc.constantFrom("before" as const, "after" as const),
    });
    const points = fc.uniqueArray(point, { minLength: 2, maxLength: 4, selector: ({ call }) => call });
    await fc.assert(
      fc.asyncProperty(points, async (some) => {
        // A late process may come too late for the last hours of the story.
        expectSame(await happen(story, some), whole, some);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
