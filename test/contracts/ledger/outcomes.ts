import type { ResourceQuery } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import {
  ANN,
  claim,
  makeAccrual,
  makeApproval,
  makeCreated,
  makeInput,
  makeOutgoing,
  makePastDeed,
  makeTagged,
  recorded,
} from "@tagledger/core/ledger/testing/records";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import type { LedgerWrite } from "@tagledger/core/ledger/write";
import type { Ledger } from "@tagledger/core/ports";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import fc from "fast-check";
import { expect } from "vitest";
import { accrualsOf } from "./spend.ts";
import type { Store } from "./stores.ts";

const instant = fc.integer({ min: 1, max: 5 });
const name = fc.constantFrom("a", "é", "#");
/** The first instants of three months. */
const month = fc.constantFrom(Date.UTC(2026, 7), Date.UTC(2026, 8), Date.UTC(2026, 9));
const team = fc.constantFrom(null, "fraud", "search");
const actor = fc.constantFrom(null, ANN);

/** What one writes to a ledger, as it is; `behind` says how many changes of it were missed. */
type Intent = (ledger: Ledger) => Promise<LedgerWrite>;

const claims: fc.Arbitrary<Intent> = fc
  .record({ id: name, at: instant, life: fc.integer({ min: 1, max: 3 }) })
  .map(
    ({ id, at, life }) =>
      async () =>
        claim(id, { at, expires: at + life }),
  );

const records: fc.Arbitrary<Intent> = fc
  .record({
    resource: name,
    incarnation: name,
    created: instant,
    team,
    verdict: fc.constantFrom(...VERDICTS),
    state: fc.constantFrom("compliant", "pending", "gone"),
    due: fc.option(instant),
    actor,
    cost: fc.option(fc.record({ start: month, end: fc.option(month) })),
    removed: fc.array(name, { maxLength: 1 }),
    behind: fc.constantFrom(0, 0, 0, 1),
    facts: fc.array(
      fc.record({ at: instant, eventId: fc.option(name), part: fc.nat(1), actor, isTag: fc.boolean() }),
      { maxLength: 3 },
    ),
  })
  .map(({ behind, facts, cost, removed, ...record }) => async (ledger) => {
    const version = (await ledger.history(record.resource)).version - behind;
    const made = facts.map(({ isTag, ...fact }) => (isTag ? makeTagged(fact) : makeCreated(fact)));
    const accruals = cost === null ? [] : [costing(record, cost)];
    return recorded(record, {
      version,
      facts: made,
      accruals,
      removed: removed.filter((id) => id !== record.incarnation),
    });
  });

const inputs: fc.Arbitrary<Intent> = fc
  .record({ source: name, at: instant })
  .map((given) => async () => ({ kind: "input", input: makeInput(given) }));

const leases: fc.Arbitrary<Intent> = fc
  .record({
    kind: fc.constantFrom("lease", "lease", "unlease"),
    resource: name,
    at: instant,
    life: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ kind, life, ...lease }) => async () => ({ kind, lease: { ...lease, until: lease.at + life } }));

const outgoing: fc.Arbitrary<Intent> = fc
  .record({ kind: fc.constantFrom("outgoing", "outgoing", "sent"), id: name, at: instant })
  .map(({ kind, ...given }) => async () => ({ kind, event: makeOutgoing(given) }));

const deeds: fc.Arbitrary<Intent> = fc
  .record({ behind: fc.constantFrom(0, 0, 0, 1), at: instant })
  .map(({ behind, at }) => async (ledger) => {
    const { version, deeds } = await ledger.deeds();
    return { kind: "deeds", version: version - behind, deeds: [...deeds, makePastDeed({ at })] };
  });

const approvals: fc.Arbitrary<Intent> = fc
  .record({ rule: name, at: instant })
  .map((given) => async () => ({ kind: "approval", approval: makeApproval(given) }));

const write = fc.oneof(claims, records, inputs, leases, outgoing, deeds, approvals);

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
  { weight: 6, arbitrary: fc.array(write, { maxLength: 3 }).map(writing) },
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
  return async (ledger) => ledger.transact(await Promise.all(intents.map((intent) => intent(ledger))));
}

function costing(
  { resource, incarnation }: Pick<ResourceRecord, "resource" | "incarnation">,
  { start, end }: { readonly start: number; readonly end: number | null },
) {
  const [interval] = makeAccrual().intervals;
  const intervals = interval === undefined ? [] : [{ ...interval, from: start, until: end }];
  return makeAccrual({ resource, incarnation, start, intervals });
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
