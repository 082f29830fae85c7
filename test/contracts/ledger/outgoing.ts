import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import { recorded, START } from "@tagledger/core/ledger/testing/records";
import { makeOutgoing } from "@tagledger/core/ledger/testing/remedies";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of events that were not sent yet. */
export function outgoingContract(open: () => Promise<Ledger>): void {
  const keep = (ledger: Ledger, ...events: readonly OutgoingEvent[]) =>
    ledger.transact(events.map((event) => ({ kind: "outgoing", event })));
  const sent = (ledger: Ledger, event: OutgoingEvent) => ledger.transact([{ kind: "sent", event }]);

  /** Forty events, kept in another order than they happened, two at each instant. */
  const events = Array.from({ length: 40 }, (_, index) =>
    makeOutgoing({ id: `event-${index + 10}`, at: START + (((index * 7) % 40) >> 1) }),
  );
  const ordered = events.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

  const filled = async () => {
    const ledger = await open();
    await keep(ledger, ...events);
    return ledger;
  };

  test("are none at first", async () => {
    expect(await (await open()).outgoing(1000)).toEqual([]);
  });

  test("come back as they were kept", async () => {
    const ledger = await open();
    const event = makeOutgoing({ detail: { text: "#1", none: null, list: [1, { "a b": true }], empty: {} } });
    expect(await keep(ledger, event)).toEqual({ done: true });
    expect(await ledger.outgoing(10)).toEqual([event]);
  });

  test.each([1, 3, 39, 40, 1000])(
    "are listed by when they happened, then by id, up to a limit: %i",
    async (limit) => {
      expect(await (await filled()).outgoing(limit)).toEqual(ordered.slice(0, limit));
    },
  );

  test("are kept once, however often that is asked for", async () => {
    const ledger = await filled();
    for (const event of events.slice(0, 3)) expect(await keep(ledger, event)).toEqual({ done: true });
    expect(await ledger.outgoing(1000)).toEqual(ordered);
  });

  test("are forgotten when they were sent, each by itself", async () => {
    const ledger = await filled();
    for (const [index, event] of ordered.entries()) {
      expect(await sent(ledger, event)).toEqual({ done: true });
      expect(await ledger.outgoing(2)).toEqual(ordered.slice(index + 1, index + 3));
    }
  });

  test("may be forgotten twice", async () => {
    const ledger = await filled();
    const [first = makeOutgoing(), ...others] = ordered;
    for (const _time of [1, 2]) expect(await sent(ledger, first)).toEqual({ done: true });
    expect(await ledger.outgoing(1000)).toEqual(others);
  });

  test("are kept with what they tell of, or not at all", async () => {
    const ledger = await open();
    const event = makeOutgoing();
    const writes = [recorded({}, { version: 1 }), { kind: "outgoing", event }] as const;
    expect(await ledger.transact(writes)).toEqual({ done: false, refused: [0] });
    expect(await ledger.outgoing(1)).toEqual([]);
  });

  test("may have any id", async () => {
    const ledger = await open();
    for (const id of TEXTS) await keep(ledger, makeOutgoing({ id }));
    expect(new Set((await ledger.outgoing(1000)).map(({ id }) => id))).toEqual(new Set(TEXTS));
    for (const id of TEXTS) await sent(ledger, makeOutgoing({ id }));
    expect(await ledger.outgoing(1000)).toEqual([]);
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])("are not listed up to %d", async (limit) => {
    await expect((await open()).outgoing(limit)).rejects.toThrow(RangeError);
  });
}
