import type { Fact } from "@tagledger/core/ledger/fact";
import { ANN, ARN, MINUTE, NOBODY, recorded, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import type { Deed } from "@tagledger/core/remediation/deed";
import { expect, test } from "vitest";
import { changed } from "./changed.ts";

/** One deed of each kind, with values that a store could change. */
const DEEDS: { readonly [Kind in Deed["kind"]]: Deed & { readonly kind: Kind } } = {
  inspected: {
    kind: "inspected",
    state: "running",
    remedies: [{ name: "ec2:stop", class: "lossy" }],
    controller: { controller: "auto-scaling", name: null },
  },
  notified: {
    kind: "notified",
    to: { team: "fraud" },
    about: ["violating"],
    rule: "enforcement.rules[1]",
    deadline: START + MINUTE,
    via: ["slack"],
  },
  repairing: {
    kind: "repairing",
    rule: "enforcement.rules[1]",
    set: { "ml-team": "#2", é: "" },
    removed: ["team"],
  },
  repaired: {
    kind: "repaired",
    rule: "enforcement.rules[1]",
    set: { "ml-team": "#1", é: "" },
    removed: ["Team"],
  },
  began: {
    kind: "began",
    remedy: "ec2:isolate",
    rule: "enforcement.rules[1]",
    before: {
      groups: ["sg-1", "sg-2"],
      policy: { version: "2012-10-17", nested: [1, -0.5, true, null, { "#": "##" }] },
      none: null,
    },
    ours: { groups: [] },
    usdPerHour: "0.100000000000000000000001",
  },
  quarantined: { kind: "quarantined", remedy: "ec2:isolate" },
  slipped: { kind: "slipped", remedy: "rds:stop", found: { running: true }, bySelf: true },
  asked: { kind: "asked", by: "ann@example.com", reason: "demo at noon" },
  released: {
    kind: "released",
    remedy: "ec2:isolate",
    by: "ann@example.com",
    restored: { groups: ["sg-1"] },
    conflicts: [{ field: "groups", ours: [], found: ["sg-3"] }],
  },
  refused: {
    kind: "refused",
    attempt: "quarantine",
    remedy: null,
    why: "undeliverable",
    message: 'nobody took it: "fraud"',
  },
  disputed: { kind: "disputed", by: "ann@example.com", reason: "this is not ours" },
  exempted: {
    kind: "exempted",
    request: "5d41402abc4b2a76",
    by: "ann@example.com",
    reason: "#migration",
    owner: null,
    until: START + MINUTE,
  },
};

/** What every ledger holds of what we did. */
export function deedContract(open: () => Promise<Ledger>): void {
  const facts: readonly Fact[] = Object.values(DEEDS).map((deed, index) => ({
    at: START + index,
    eventId: null,
    part: 0,
    actor: null,
    ...deed,
  }));

  test("come back as they were told, whatever they are", async () => {
    const ledger = await open();
    expect(await ledger.transact([recorded({}, { facts })])).toEqual({ done: true });
    expect((await ledger.history(ARN)).facts).toEqual(facts);
  });

  test("are all kept of one instant, if they differ in kind or part", async () => {
    const ledger = await open();
    const together = facts.flatMap((fact) => [0, 1].map((part) => ({ ...fact, at: START, part })));
    await ledger.transact([recorded({}, { facts: together })]);
    expect((await ledger.history(ARN)).facts).toHaveLength(together.length);
  });

  test("name nobody any more when that is forgotten, and keep all else", async () => {
    const ledger = await open();
    await ledger.transact([recorded({}, { facts })]);

    const forgotten = await ledger.forget({ personalBefore: START + MINUTE, expiredBy: 0 });

    expect(forgotten.personal).toBe(4);
    const kept = facts.map((fact) => ("by" in fact ? { ...fact, by: "forgotten" } : fact));
    expect((await ledger.history(ARN)).facts).toEqual(kept);
    expect(await ledger.forget({ personalBefore: START + MINUTE, expiredBy: 0 })).toMatchObject({
      personal: 0,
    });
  });

  test("name who asked only until then, and who called as well", async () => {
    const ledger = await open();
    const at = { at: START, eventId: null, part: 0 };
    const disputed: Fact = { ...at, actor: ANN, ...DEEDS.disputed };
    const released: Fact = { ...at, actor: null, ...DEEDS.released, by: null };
    await ledger.transact([changed({ facts: [disputed, released] })]);
    expect(await ledger.forget({ personalBefore: START, expiredBy: 0 })).toMatchObject({ personal: 0 });
    expect(await ledger.forget({ personalBefore: START + 1, expiredBy: 0 })).toMatchObject({ personal: 1 });
    expect((await ledger.history(ARN)).facts).toEqual([
      { ...disputed, actor: NOBODY, by: "forgotten" },
      released,
    ]);
  });
}
