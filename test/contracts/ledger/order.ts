import type { Fact } from "@tagledger/core/ledger/fact";
import {
  claim,
  MINUTE,
  makeAccrual,
  makeCreated,
  makeRecord,
  makeTagged,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";
import { accrualsOf } from "./spend.ts";

/** What an event tells of a resource. */
interface Told {
  readonly eventId: string;
  readonly resource: string;
  readonly fact: Fact;
}

const told: fc.Arbitrary<Told[]> = fc
  .array(
    fc.record({
      resource: fc.constantFrom("a", "b"),
      minute: fc.nat(5),
      created: fc.boolean(),
      team: fc.constantFrom("fraud", "search"),
    }),
    { maxLength: 8 },
  )
  .map((events) =>
    events.map(({ resource, minute, created, team }, index) => {
      const eventId = `event-${index}`;
      const facts = { eventId, at: minute * MINUTE, tags: { team } };
      return { eventId, resource, fact: created ? makeCreated(facts) : makeTagged(facts) };
    }),
  );

/** What every ledger holds of the order in which events are delivered. */
export function orderContract(open: () => Promise<Ledger>): void {
  test("ends the same for any order, any repetition, one after another or at once", async () => {
    await fc.assert(
      fc.asyncProperty(
        told.chain((events) =>
          fc.record({
            events: fc.constant(events),
            // Some of them twice.
            delivered: fc.shuffledSubarray([...events, ...events], { minLength: events.length }),
            together: fc.boolean(),
          }),
        ),
        async ({ events, delivered, together }) => {
          const [ordered, other] = [await open(), await open()];
          for (const event of events.filter((each) => delivered.includes(each)))
            await deliver(ordered, event);
          if (together) await Promise.all(delivered.map((event) => deliver(other, event)));
          else for (const event of delivered) await deliver(other, event);
          expect(await stateOf(other)).toEqual(await stateOf(ordered));
        },
      ),
      { numRuns: 50 },
    );
  });
}

/** Handles one event the way a flow does: claims it in the transaction that records what it tells. */
async function deliver(ledger: Ledger, { eventId, resource, fact }: Told): Promise<void> {
  for (;;) {
    if ((await ledger.event(eventId, START)) !== null) return;
    const history = await ledger.history(resource);
    const facts = [...history.facts, fact];
    const incarnations = facts
      .filter(({ kind }) => kind === "created")
      .map(({ eventId: id, at }) =>
        makeRecord({
          resource,
          incarnation: id ?? "",
          created: at,
          team: newest(facts.filter((each) => each.at >= at)),
        }),
      );
    const { version } = history;
    const ids = incarnations.map(({ incarnation }) => incarnation);
    const accruals = ids.map((incarnation) => makeAccrual({ resource, incarnation }));
    const ended = await ledger.transact([
      claim(eventId),
      changed({ resource, version, incarnations, accruals, facts: [fact] }),
    ]);
    if (ended.done) return;
  }
}

function newest(facts: readonly Fact[]): string | null {
  const sorted = facts.toSorted((a, b) => a.at - b.at || ((a.eventId ?? "") < (b.eventId ?? "") ? -1 : 1));
  return sorted.flatMap((fact) => ("tags" in fact ? [fact.tags?.team ?? null] : [])).at(-1) ?? null;
}

async function stateOf(ledger: Ledger) {
  const histories = await Promise.all(["a", "b"].map((name) => ledger.history(name)));
  return {
    histories: histories.map(({ version: _version, ...known }) => known),
    listed: await ledger.resources({ limit: 1000 }),
    spend: await accrualsOf(ledger, "2026-09"),
    events: await ledger.events("2026-09-01"),
    counts: await ledger.count({}),
  };
}
