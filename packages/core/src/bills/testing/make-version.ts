import type { BillVersion, VersionContents } from "../version.ts";

/** What a version holds in tests; what is not given is nothing. */
export function makeContents(given: Partial<VersionContents> = {}): VersionContents {
  return {
    format: "cur2",
    lines: 1,
    currency: "USD",
    bases: ["effective", "billed"],
    payers: ["111122223333"],
    totals: [],
    cells: "/cells",
    needs: { facts: [], tagKeys: [], instants: [], follows: [] },
    findings: [],
    tagNames: [],
    repairs: [],
    ...given,
  };
}

/** A version of September's bill that is read. */
export function makeVersion(given: Partial<BillVersion> = {}): BillVersion {
  return {
    id: "8d41f20a93b7c65e",
    export: "ml-showback",
    period: "2026-09",
    execution: "e1",
    source: "/bills/2026-09",
    deliveredAt: Date.UTC(2026, 9, 2),
    sequence: 1,
    status: "published",
    at: Date.UTC(2026, 9, 2, 1),
    reason: null,
    configuration: "c0ffee",
    contents: makeContents(),
    days: { written: 1, removed: 0, unchanged: 0 },
    ...given,
  };
}
