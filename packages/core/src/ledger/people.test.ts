import { describe, expect, test } from "vitest";
import { EVIDENCE } from "../tags/resolve/evidence.ts";
import { factNamesPeople, factWithoutPeople, recordNamesPeople, recordWithoutPeople } from "./people.ts";
import { ANN, makeCreated, makeRecord, NOBODY } from "./testing/records.ts";

const SERVICE = {
  ...NOBODY,
  type: "AWSService",
  display: "autoscaling.amazonaws.com",
  service: "autoscaling.amazonaws.com",
};

describe("a record", () => {
  test.each([
    ["an actor", { actor: ANN }],
    [
      "what was seen of an actor",
      { evidence: [{ kind: "session-name", team: "x", weight: 1, detail: "session ann" }] },
    ],
    [
      "a repair because of an actor",
      { repairs: [{ key: "k", value: "x", by: "owner", from: "session ann", removes: [] }] },
    ],
  ] as const)("names people with %s", (_what, given) => {
    const record = makeRecord(given);
    expect(recordNamesPeople(record)).toBe(true);
    expect(recordNamesPeople(recordWithoutPeople(record))).toBe(false);
    expect(JSON.stringify(recordWithoutPeople(record))).not.toContain("ann");
  });

  test.each([
    ["no actor", { actor: null }],
    ["an actor without names", { actor: NOBODY }],
    ["a service", { actor: SERVICE }],
    ["a tag as evidence", { evidence: [{ kind: "team-tag", team: "x", weight: 1, detail: "tag team=x" }] }],
    ["a repaired spelling", { repairs: [{ key: "k", value: "x", by: "alias", from: "y", removes: [] }] }],
  ] as const)("names nobody with %s, and keeps it", (_what, given) => {
    const record = makeRecord(given);
    expect(recordNamesPeople(record)).toBe(false);
    expect(recordWithoutPeople(record)).toEqual(record);
  });

  test("keeps what kind of evidence there was, and for whom", () => {
    const kinds = Object.keys(EVIDENCE) as (keyof typeof EVIDENCE)[];
    const evidence = kinds.map((kind) => ({ kind, team: "x", weight: 0.5, detail: "ann" }));
    const kept = recordWithoutPeople(makeRecord({ evidence })).evidence;
    expect(kept.map(({ kind, team, weight }) => ({ kind, team, weight, detail: "ann" }))).toEqual(evidence);
  });
});

describe("a fact", () => {
  test("names who did it until that is taken out", () => {
    const fact = makeCreated({ actor: ANN });
    expect(factNamesPeople(fact)).toBe(true);
    expect(factWithoutPeople(fact)).toEqual(makeCreated({ actor: NOBODY }));
    expect(factNamesPeople(factWithoutPeople(fact))).toBe(false);
  });

  test.each([
    { kind: "asked", reason: "ours" },
    { kind: "disputed", reason: "not ours" },
    { kind: "exempted", reason: "migration", request: "5d41402abc4b2a76", owner: "vision", until: 2 },
    { kind: "released", remedy: "ec2:stop", restored: {}, conflicts: [] },
  ] as const)("names who asked until that is taken out: $kind", (deed) => {
    const fact = { at: 1, eventId: null, part: 0, actor: null, by: "ann", ...deed };
    expect(factNamesPeople(fact)).toBe(true);
    expect(factWithoutPeople(fact)).toEqual({ ...fact, by: "forgotten" });
    expect(factNamesPeople(factWithoutPeople(fact))).toBe(false);
  });

  test("names nobody where nobody asked", () => {
    const happening = { at: 1, eventId: null, part: 0, actor: null };
    const released = { kind: "released", remedy: "ec2:stop", by: null, restored: {}, conflicts: [] } as const;
    expect(factNamesPeople({ ...happening, ...released })).toBe(false);
    expect(factWithoutPeople({ ...happening, ...released })).toEqual({ ...happening, ...released });
  });

  test("keeps the service that acted for somebody", () => {
    const fact = makeCreated({ actor: { ...ANN, service: "cloudformation.amazonaws.com" } });
    expect(factWithoutPeople(fact).actor).toEqual({ ...NOBODY, service: "cloudformation.amazonaws.com" });
  });
});
