import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import {
  ANN,
  claim,
  makeAccrual,
  makeCreated,
  makeInput,
  makeTagged,
  recorded,
} from "@tagledger/core/ledger/testing/records";
import { makeApproval, makeOutgoing, makePastDeed } from "@tagledger/core/ledger/testing/remedies";
import { VERDICTS } from "@tagledger/core/ledger/verdicts";
import type { LedgerWrite } from "@tagledger/core/ledger/write";
import type { Ledger } from "@tagledger/core/ports";
import fc from "fast-check";

/** Few of them, so that they meet. */
export const instant = fc.integer({ min: 1, max: 5 });
/** Of resources, events, and whatever else has one. */
export const name = fc.constantFrom("a", "é", "#");
/** The first instants of three months. */
const month = fc.constantFrom(Date.UTC(2026, 7), Date.UTC(2026, 8), Date.UTC(2026, 9));
/** Who owns a resource. */
export const team = fc.constantFrom(null, "fraud", "search");
const actor = fc.constantFrom(null, ANN);

/** What one writes to a ledger, as it is; `behind` says how many changes of it were missed. */
export type Intent = (ledger: Ledger) => Promise<LedgerWrite>;

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
    const holds = [{ breaker: "money", at }];
    return { kind: "deeds", version: version - behind, deeds: [...deeds, makePastDeed({ at })], holds };
  });

const approvals: fc.Arbitrary<Intent> = fc
  .record({ rule: name, at: instant })
  .map((given) => async () => ({ kind: "approval", approval: makeApproval(given) }));

/** A write of any kind. */
export const intent = fc.oneof(claims, records, inputs, leases, outgoing, deeds, approvals);

function costing(
  { resource, incarnation }: Pick<ResourceRecord, "resource" | "incarnation">,
  { start, end }: { readonly start: number; readonly end: number | null },
) {
  const [interval] = makeAccrual().intervals;
  const intervals = interval === undefined ? [] : [{ ...interval, from: start, until: end }];
  return makeAccrual({ resource, incarnation, start, intervals });
}
