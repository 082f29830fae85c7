import {
  ANN,
  ARN,
  claim,
  DAY,
  MINUTE,
  makeAccrual,
  makeCreated,
  makeRecord,
  makeTagged,
  NOBODY,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";

const NONE = { personalBefore: 0, expiredBy: 0 };

/** What every ledger holds of forgetting. */
export function forgettingContract(open: () => Promise<Ledger>): void {
  const named = {
    actor: ANN,
    evidence: [
      { kind: "session-name", team: "fraud", weight: 0.4, detail: `session ${ANN.display}` },
      { kind: "team-tag", team: "fraud", weight: 1, detail: "tag ml-team=fraud" },
    ],
    repairs: [
      { key: "ml-team", value: "fraud", by: "owner", from: `session ${ANN.display}`, removes: [] },
      { key: "ml-environment", value: "prod", by: "alias", from: "production", removes: [] },
    ],
  } as const;

  test("takes names out of what is older, and leaves all else", async () => {
    const ledger = await open();
    const record = makeRecord(named);
    await ledger.transact([
      recorded(record, {
        facts: [makeCreated({ actor: ANN }), makeTagged({ actor: ANN })],
        accruals: [makeAccrual()],
      }),
    ]);

    const forgotten = await ledger.forget({ ...NONE, personalBefore: START + MINUTE });

    expect(forgotten.personal).toBe(2);
    const [session, tag] = named.evidence;
    const [owner, alias] = named.repairs;
    expect(await ledger.history(ARN)).toEqual({
      resource: ARN,
      version: 2,
      incarnations: [
        {
          ...record,
          actor: NOBODY,
          evidence: [{ ...session, detail: "" }, tag],
          repairs: [{ ...owner, from: "" }, alias],
        },
      ],
      accruals: [makeAccrual()],
      facts: [makeCreated({ actor: NOBODY }), makeTagged({ actor: ANN })],
    });
    expect((await ledger.resources({ limit: 1 })).items).toEqual((await ledger.history(ARN)).incarnations);
  });

  test("leaves it where it is listed", async () => {
    const ledger = await open();
    const record = { ...named, resource: "gone", state: "gone", due: START } as const;
    await ledger.transact([recorded(record), recorded({ ...named, due: START })]);
    await ledger.forget({ ...NONE, personalBefore: START + 1 });
    expect(await ledger.due(START, 10)).toMatchObject(
      [ARN, "gone"].map((resource) => ({ resource, actor: NOBODY })),
    );
    expect(await ledger.count({ verdict: "gone" })).toMatchObject({ total: 1 });
    expect(await ledger.count({})).toMatchObject({ total: 1 });
  });

  test("is over for what was removed", async () => {
    const ledger = await open();
    await ledger.transact([recorded(named)]);
    await ledger.transact([changed({ version: 1, removed: [makeRecord().incarnation] })]);
    expect(await ledger.forget({ ...NONE, personalBefore: START + 1 })).toMatchObject({ personal: 0 });
  });

  test("begins before the instant, not at it", async () => {
    const ledger = await open();
    await ledger.transact([recorded(named)]);
    expect(await ledger.forget({ ...NONE, personalBefore: START })).toMatchObject({ personal: 0 });
    expect(await ledger.forget({ ...NONE, personalBefore: START + 1 })).toMatchObject({ personal: 1 });
    expect(await ledger.forget({ ...NONE, personalBefore: START + 1 })).toMatchObject({ personal: 0 });
  });

  test("does not touch what names nobody", async () => {
    const ledger = await open();
    await ledger.transact([recorded({ actor: NOBODY })]);
    expect(await ledger.forget({ ...NONE, personalBefore: START + DAY })).toMatchObject({ personal: 0 });
    expect((await ledger.history(ARN)).version).toBe(1);
  });

  test("reaches every record of many", async () => {
    const ledger = await open();
    for (let index = 0; index < 250; index += 1) {
      const resource = `resource-${index}`;
      await ledger.transact([recorded({ resource, actor: ANN }, { facts: [makeCreated({ actor: ANN })] })]);
    }
    const facts = Array.from({ length: 95 }, (_, index) => makeTagged({ eventId: `${index}`, actor: ANN }));
    for (const version of [1, 2]) {
      const more = facts.map((fact) => ({ ...fact, part: version }));
      await ledger.transact([recorded({ resource: "resource-7", actor: ANN }, { version, facts: more })]);
    }
    expect(await ledger.forget({ ...NONE, personalBefore: START + DAY })).toMatchObject({ personal: 690 });
    const left = await Promise.all(
      Array.from({ length: 250 }, (_, index) => ledger.history(`resource-${index}`)),
    );
    expect(JSON.stringify(left)).not.toContain("ann");
  });

  test("is not undone by who read before it", async () => {
    const ledger = await open();
    await ledger.transact([recorded(named)]);
    const { version, incarnations } = await ledger.history(ARN);
    await ledger.forget({ ...NONE, personalBefore: START + 1 });
    const late = changed({ version, incarnations });
    expect(await ledger.transact([late])).toEqual({ done: false, refused: [0] });
  });

  test("removes what has expired, and only that", async () => {
    const ledger = await open();
    await ledger.transact([
      claim("a", { expires: START + 1 }),
      claim("b", { expires: START + 2 }),
      recorded(),
    ]);
    await ledger.forget({ ...NONE, expiredBy: START + 1 });
    expect(await ledger.event("b", START)).not.toBeNull();
    expect((await ledger.history(ARN)).version).toBe(1);
    expect(await ledger.transact([claim("a")])).toEqual({ done: true });
  });
}
