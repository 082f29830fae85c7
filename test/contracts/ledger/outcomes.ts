import type { ResourceQuery } from "@tagledger/core/ledger/query";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import type { Ledger } from "@tagledger/core/ports";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import fc from "fast-check";
import { expect } from "vitest";
import { type Intent, instant, intent, name, team } from "./intents.ts";
import { accrualsOf } from "./spend.ts";
import type { Store } from "./stores.ts";

const query: fc.Arbitrary<ResourceQuery> = fc.record(
  {
    team: fc.option(team, { nil: undefined }),
    verdict: fc.constantFrom(...VERDICTS, "gone" as const, undefined),
    from: fc.option(instant, { nil: undefined }),
    to: fc.option(instant, { nil: undefined }),
    limit: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ["limit"] },
);

/** Something done to a ledger, and what came of it. */
type Step = (ledger: Ledger) => Promise<unknown>;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.array(intent, { maxLength: 3 }).map(writing) },
  {
    weight: 1,
    arbitrary: fc
      .record({ snapshot: name, period: fc.constantFrom("2026-09", "2026-10"), asOf: instant })
      .map(
        ({ asOf, ...given }): Step =>
          (ledger) =>
            ledger.publishReport(sampleReport(given), asOf),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ personalBefore: instant, expiredBy: instant }).map(
      (forgetting): Step =>
        async (ledger) =>
          (await ledger.forget(forgetting)).personal,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ by: instant, limit: fc.integer({ min: 1, max: 3 }) }).map(
      ({ by, limit }): Step =>
        (ledger) =>
          ledger.due(by, limit),
    ),
  },
  {
    weight: 2,
    arbitrary: query.map(
      (each): Step =>
        (ledger) =>
          everyPage(ledger, each),
    ),
  },
);

/** Does the same to several stores, whatever it is, and fails where one comes to something else. */
export async function sameOutcomes(stores: readonly Store[], numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step, reopen: fc.boolean() }), { maxLength: 12 }),
      async (steps) => {
        const [expected, ...others] = await Promise.all(stores.map((store) => outcomes(store, steps)));
        for (const other of others) expect(other).toEqual(expected);
      },
    ),
    { numRuns },
  );
}

async function outcomes(
  { durable, makePlace }: Store,
  steps: readonly { readonly step: Step; readonly reopen: boolean }[],
): Promise<unknown[]> {
  const place = await makePlace();
  let ledger = await place.open();
  const seen: unknown[] = [];
  for (const { step, reopen } of steps) {
    if (reopen && durable) {
      await ledger.close();
      ledger = await place.open();
    }
    seen.push(await step(ledger), await stateOf(ledger));
  }
  await ledger.close();
  await place.remove();
  return seen;
}

function writing(intents: readonly Intent[]): Step {
  return async (ledger) => ledger.transact(await Promise.all(intents.map((write) => write(ledger))));
}

async function everyPage(ledger: Ledger, wanted: ResourceQuery) {
  const pages = [await ledger.resources(wanted)];
  for (let after = pages[0]?.next; after; after = pages.at(-1)?.next) {
    pages.push(await ledger.resources({ ...wanted, after }));
  }
  return { pages, counts: await ledger.count(wanted) };
}

async function stateOf(ledger: Ledger) {
  const names = ["a", "é", "#"];
  return {
    events: await Promise.all(names.flatMap((id) => [1, 3, 5].map((at) => ledger.event(id, at)))),
    histories: await Promise.all(names.map((resource) => ledger.history(resource))),
    listed: await ledger.resources({ limit: 1000 }),
    due: await ledger.due(3, 1000),
    spend: await Promise.all(["2026-08", "2026-09", "2026-10"].map((each) => accrualsOf(ledger, each))),
    counted: await ledger.events("1970-01-01"),
    outgoing: await ledger.outgoing(2),
    deeds: await ledger.deeds(),
    approvals: await ledger.approvals(),
    inputs: await ledger.inputs(),
    input: await ledger.input("é"),
    periods: await ledger.periods(),
    report: await ledger.readReport("2026-09", "effective"),
  };
}
