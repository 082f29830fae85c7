import type { Fact } from "@tagledger/core/ledger/fact";
import {
  ANN,
  ARN,
  DAY,
  MINUTE,
  makeCreated,
  makeRecord,
  makeTagged,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { describe, expect, test } from "vitest";
import { changed } from "./changed.ts";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of resources. */
export function resourceContract(open: () => Promise<Ledger>): void {
  test("have no history before", async () => {
    const history = await (await open()).history(ARN);
    expect(history).toEqual({ resource: ARN, version: 0, incarnations: [], accruals: [], facts: [] });
  });

  test("come back as they were recorded", async () => {
    const ledger = await open();
    const record = makeRecord({
      actor: ANN,
      verdict: "violating",
      team: null,
      findings: [{ key: "ml-team", reason: "not-listed", actual: "fruad", expected: "one of fraud, search" }],
      evidence: [{ kind: "session-name", team: "fraud", weight: 0.4, detail: "session ann@example.com" }],
      repairs: [{ key: "ml-team", value: "fraud", by: "near-value", from: "fruad", removes: ["ML_Team"] }],
      tags: [{ key: "ml-team", value: null, hidden: true, since: START }],
    });
    const facts = [makeCreated({ actor: ANN }), makeTagged()];
    expect(await ledger.transact([recorded(record, { facts })])).toEqual({ done: true });
    expect(await ledger.history(ARN)).toEqual({
      resource: ARN,
      version: 1,
      incarnations: [record],
      accruals: [],
      facts,
    });
  });

  test("keep what was done about them", async () => {
    const ledger = await open();
    const record = {
      ...makeRecord({ due: START }),
      remediation: { stage: "quarantined", since: START, remedy: "ec2:stop", deadline: null } as const,
    };
    await ledger.transact([changed({ incarnations: [record] })]);
    expect((await ledger.history(ARN)).incarnations).toEqual([record]);
    expect((await ledger.resources({ limit: 1 })).items).toEqual([record]);
    expect(await ledger.due(START, 1)).toEqual([record]);
  });

  test("keep what was added and what was replaced last", async () => {
    const ledger = await open();
    await ledger.transact([recorded({ verdict: "undecided" }, { facts: [makeCreated()] })]);
    await ledger.transact([recorded({ verdict: "compliant" }, { version: 1, facts: [makeTagged()] })]);
    expect(await ledger.history(ARN)).toMatchObject({
      version: 2,
      incarnations: [{ verdict: "compliant" }],
      facts: [{ kind: "created" }, { kind: "tagged" }],
    });
  });

  test("are not changed by who has not seen the last change", async () => {
    const ledger = await open();
    await ledger.transact([recorded()]);
    for (const version of [0, 2]) {
      const late = recorded({ verdict: "violating" }, { version, facts: [makeTagged()] });
      expect(await ledger.transact([late])).toEqual({ done: false, refused: [0] });
    }
    expect(await ledger.history(ARN)).toMatchObject({
      version: 1,
      incarnations: [{ verdict: "compliant" }],
      facts: [],
    });
  });

  test("lose no fact to writers at the same time", async () => {
    const ledger = await open();
    const facts = Array.from({ length: 20 }, (_, index) => makeTagged({ eventId: `event-${index}` }));
    await Promise.all(facts.map((fact) => tell(ledger, fact)));
    expect((await ledger.history(ARN)).facts).toHaveLength(20);
  });

  test("are known before their creation is", async () => {
    const ledger = await open();
    const early = changed({ facts: [makeTagged()] });
    expect(await ledger.transact([early])).toEqual({ done: true });
    expect(await ledger.history(ARN)).toMatchObject({ version: 1, incarnations: [], facts: [makeTagged()] });
  });

  test("have one history for all incarnations, the oldest first", async () => {
    const ledger = await open();
    await ledger.transact([recorded({ incarnation: "a", created: START + DAY })]);
    await ledger.transact([recorded({ incarnation: "b", created: START }, { version: 1 })]);
    await ledger.transact([recorded({ incarnation: "c", created: START + 2 * DAY }, { version: 2 })]);
    const { incarnations } = await ledger.history(ARN);
    expect(incarnations.map(({ incarnation }) => incarnation)).toEqual(["b", "a", "c"]);
  });

  test("take no incarnation of another name", async () => {
    const ledger = await open();
    const foreign = { ...recorded(), resource: "arn:aws:s3:::other" };
    await expect(ledger.transact([foreign])).rejects.toThrow(RangeError);
  });

  test("keep any text exactly, and apart from every other", async () => {
    const ledger = await open();
    const recordOf = (text: string) =>
      makeRecord({
        resource: text,
        incarnation: text,
        id: text,
        team: text,
        // Pairs and not members, so that a key called __proto__ is one like any other.
        tags: [{ key: text, value: text, hidden: false, since: START }],
      });
    const factOf = (text: string) => makeCreated({ eventId: text, tags: Object.fromEntries([[text, text]]) });
    for (const text of TEXTS) {
      expect(await ledger.transact([recorded(recordOf(text), { facts: [factOf(text)] })])).toEqual({
        done: true,
      });
    }
    for (const text of TEXTS) {
      const history = await ledger.history(text);
      expect(history).toEqual({
        resource: text,
        version: 1,
        incarnations: [recordOf(text)],
        accruals: [],
        facts: [factOf(text)],
      });
      expect((await ledger.resources({ team: text, limit: 10 })).items).toEqual([recordOf(text)]);
    }
  });

  test("belong to whoever reads them", async () => {
    const ledger = await open();
    const tags: Record<string, string> = { a: "1" };
    await ledger.transact([recorded({}, { facts: [makeCreated({ tags })] })]);
    tags.a = "2";
    const read = (await ledger.history(ARN)).facts[0];
    expect(read).toMatchObject({ tags: { a: "1" } });
    Object.assign(read ?? {}, { tags: {} });
    expect((await ledger.history(ARN)).facts[0]).toMatchObject({ tags: { a: "1" } });
  });

  describe("have facts", () => {
    test("in the order of time, whatever order they came in", async () => {
      const ledger = await open();
      const facts = [
        makeCreated({ eventId: "z" }),
        makeTagged({ at: START, eventId: "y" }),
        makeTagged({ at: START + 1, eventId: "a", part: 0 }),
        makeTagged({ at: START + 1, eventId: "a", part: 1 }),
        makeTagged({ at: START + 1, eventId: "b" }),
        {
          kind: "decided",
          at: START + DAY,
          eventId: null,
          part: 0,
          actor: null,
          verdict: "violating",
          state: "violating",
        },
      ] as const satisfies Fact[];
      for (const fact of [3, 5, 0, 4, 2, 1].flatMap((index) => facts[index] ?? [])) await tell(ledger, fact);
      expect((await ledger.history(ARN)).facts).toEqual(facts);
    });

    test("once, however often they are told", async () => {
      const ledger = await open();
      await ledger.transact([recorded({}, { facts: [makeCreated(), makeTagged(), makeTagged()] })]);
      await tell(ledger, makeCreated());
      expect((await ledger.history(ARN)).facts).toEqual([makeCreated(), makeTagged()]);
    });

    test("by the thousand", async () => {
      const ledger = await open();
      for (let version = 0; version < 20; version += 1) {
        const facts = Array.from({ length: 98 }, (_, index) =>
          makeTagged({ at: START + (index * 20 + version) * MINUTE, eventId: `${version}-${index}` }),
        );
        await ledger.transact([recorded({}, { version, facts })]);
      }
      const { facts } = await ledger.history(ARN);
      expect(facts).toHaveLength(1960);
      expect(facts.map(({ at }) => at)).toEqual(facts.map((_, index) => START + index * MINUTE));
    });
  });
}

/** Adds a fact the way a flow does: reads, writes, and begins again where somebody else was first. */
async function tell(ledger: Ledger, fact: Fact): Promise<void> {
  for (;;) {
    const { version } = await ledger.history(ARN);
    if ((await ledger.transact([changed({ version, facts: [fact] })])).done) return;
  }
}
