import { claim, makeAccrual, makeInput, recorded, START } from "@tagledger/core/ledger/testing/records";
import { makeApproval, makeOutgoing, makePastDeed } from "@tagledger/core/ledger/testing/remedies";
import type { Ledger } from "@tagledger/core/ports";
import { sampleReport } from "@tagledger/core/reports/render/testing/sample";
import { afterEach, describe, expect, test } from "vitest";
import { approvalContract } from "./approvals.ts";
import { deedContract } from "./deeds.ts";
import { dueContract } from "./due.ts";
import { eventContract } from "./events.ts";
import { forgettingContract } from "./forgetting.ts";
import { inputContract } from "./inputs.ts";
import { leaseContract } from "./leases.ts";
import { listContract } from "./lists.ts";
import { orderContract } from "./order.ts";
import { outgoingContract } from "./outgoing.ts";
import { pastDeedsContract } from "./past-deeds.ts";
import { removalContract } from "./removals.ts";
import { reportContract } from "./reports.ts";
import { requestContract } from "./requests.ts";
import { resourceContract } from "./resources.ts";
import { accrualsOf, spendContract } from "./spend.ts";
import type { Place, Store } from "./stores.ts";
import { transactionContract } from "./transactions.ts";

/** What every ledger holds. */
export function ledgerContract(store: Store): void {
  const places: Place[] = [];
  const opened: Ledger[] = [];

  const openAt = async (place: Place): Promise<Ledger> => {
    const ledger = await place.open();
    opened.push(ledger);
    return ledger;
  };
  const makePlace = async (): Promise<Place> => {
    const place = await store.makePlace();
    places.push(place);
    return place;
  };
  const open = async () => openAt(await makePlace());

  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
    for (const place of places.splice(0)) await place.remove();
  });

  describe("events", () => eventContract(open));
  describe("resources", () => resourceContract(open));
  describe("transactions", () => transactionContract(open));
  describe("removals take away", () => removalContract(open));
  describe("lists and counts", () => listContract(open));
  describe("what is due", () => dueContract(open));
  describe("spend", () => spendContract(open));
  describe("deeds", () => deedContract(open));
  describe("leases", () => leaseContract(open));
  describe("events to send", () => outgoingContract(open));
  describe("what breakers count", () => pastDeedsContract(open));
  describe("approvals", () => approvalContract(open));
  describe("requests", () => requestContract(open));
  describe("inputs", () => inputContract(open));
  describe("reports", () => reportContract(open));
  describe("forgetting", () => forgettingContract(open));
  describe("delivery", () => orderContract(open));

  test("is of no use once it is closed, and can be closed twice", async () => {
    const ledger = await open();
    await ledger.close();
    await ledger.close();
    await expect(ledger.event("a", START)).rejects.toThrow("closed");
    await expect(ledger.transact([claim("a")])).rejects.toThrow("closed");
    await expect(ledger.resources({ limit: 1 })).rejects.toThrow("closed");
    await expect(ledger.due(START, 1)).rejects.toThrow("closed");
    await expect(accrualsOf(ledger, "2026-09")).rejects.toThrow("closed");
    await expect(ledger.events("2026-09-01")).rejects.toThrow("closed");
    await expect(ledger.outgoing(1)).rejects.toThrow("closed");
    await expect(ledger.deeds()).rejects.toThrow("closed");
    await expect(ledger.approvals()).rejects.toThrow("closed");
    await expect(ledger.request("a")).rejects.toThrow("closed");
    await expect(ledger.requests({ limit: 1 })).rejects.toThrow("closed");
    await expect(ledger.forget({ personalBefore: 0, expiredBy: 0 })).rejects.toThrow("closed");
  });

  if (store.durable) describe("when it is opened again", () => durableContract({ makePlace, openAt }));
}

function durableContract({
  makePlace,
  openAt,
}: {
  makePlace: () => Promise<Place>;
  openAt: (place: Place) => Promise<Ledger>;
}): void {
  test("knows everything", async () => {
    const place = await makePlace();
    const before = await openAt(place);
    const record = recorded({ due: START }, { accruals: [makeAccrual()] });
    await before.transact([claim("a"), record, { kind: "input", input: makeInput() }]);
    const lease = { kind: "lease", lease: { resource: "a", at: START, until: START + 1 } } as const;
    await before.transact([
      lease,
      { kind: "outgoing", event: makeOutgoing() },
      { kind: "deeds", version: 0, deeds: [makePastDeed()], holds: [] },
      { kind: "approval", approval: makeApproval() },
    ]);
    await before.publishReport(sampleReport(), START);
    const history = await before.history(recorded().resource);
    await before.close();

    const after = await openAt(place);
    expect(await after.transact([claim("a")])).toEqual({ done: false, refused: [0] });
    expect(await after.history(recorded().resource)).toEqual(history);
    expect((await after.resources({ limit: 10 })).items).toEqual(history.incarnations);
    expect(await after.due(START, 10)).toEqual(history.incarnations);
    expect(await accrualsOf(after, "2026-09")).toEqual([makeAccrual()]);
    expect(await after.events("2026-09-01")).toEqual([{ outcome: "evaluated", reason: null, count: 1 }]);
    expect(await after.inputs()).toEqual([makeInput()]);
    expect(await after.transact([lease])).toEqual({ done: false, refused: [0] });
    expect(await after.outgoing(10)).toEqual([makeOutgoing()]);
    expect(await after.deeds()).toEqual({ version: 1, deeds: [makePastDeed()], holds: [] });
    expect(await after.approvals()).toEqual([makeApproval()]);
    expect(await after.readReport("2026-09", "effective")).toEqual({ report: sampleReport(), asOf: START });
  });

  test("is one ledger for all who have it open", async () => {
    const place = await makePlace();
    const [one, other] = [await openAt(place), await openAt(place)];
    expect(await one.transact([claim("a"), recorded()])).toEqual({ done: true });
    expect(await other.transact([claim("a")])).toEqual({ done: false, refused: [0] });
    expect((await other.history(recorded().resource)).version).toBe(1);
    expect(await other.transact([recorded({}, { version: 1 })])).toEqual({ done: true });
    expect(await one.transact([recorded({}, { version: 1 })])).toEqual({ done: false, refused: [0] });
    const lease = { kind: "lease", lease: { resource: "a", at: START, until: START + 1 } } as const;
    const ends = await Promise.all([one.transact([lease]), other.transact([lease])]);
    expect(ends.filter(({ done }) => done)).toHaveLength(1);
  });
}
