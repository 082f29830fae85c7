import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { beforeAll, describe, expect, test } from "vitest";
import { checkInTheEnd } from "./world/acting/in-the-end.ts";
import { LAWS } from "./world/acting/law.ts";
import { type Lived, live } from "./world/acting/live.ts";
import { NARROW, WIDE } from "./world/acting/places.ts";

const START = Date.UTC(2026, 8, 1);

/** What happens to at least one in fifty resources. */
const HAPPENS = [
  "violating",
  "quarantined",
  "repaired",
  "released",
  "undone",
  "gone while quarantined",
] as const;

describe.each([
  { name: "a company with wide breakers", seed: "wide", resources: 1600, limits: WIDE },
  { name: "a company with narrow breakers", seed: "narrow", resources: 600, limits: NARROW },
])("in twenty days of $name", ({ seed, resources, limits }) => {
  let lived: Lived;

  beforeAll(async () => {
    const ledger = memoryLedger();
    lived = await live(ledger, { seed, resources, days: 20, start: START, limits });
    await checkInTheEnd(ledger, lived);
  }, 600_000);

  test.each(LAWS)("%s", (law) => {
    expect(lived.company.laws.breaches.filter((each) => each.law === law)).toEqual([]);
  });

  test("much happens to which that applies", () => {
    const { company, crashes, acted } = lived;
    for (const each of HAPPENS) expect(company.counts[each], each).toBeGreaterThan(resources / 50);
    if (resources > 1000) expect(company.counts.conflict).toBeGreaterThan(0);
    expect(company.counts.asked).toBeGreaterThan(0);
    expect(crashes).toBeGreaterThan(50);
    expect(acted).toBeGreaterThan(resources);
  });
});
