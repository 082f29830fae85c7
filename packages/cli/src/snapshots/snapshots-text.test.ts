import { expect, test } from "vitest";
import { snapshotsText } from "./snapshots-text.ts";

test("snapshots of one id are told apart by their digests", () => {
  const of = (id: string, digest: string) => ({
    id,
    digest,
    at: Date.UTC(2026, 9, 2),
    bills: [{ export: "ml-showback", version: "8d41f20a93b7" }],
    configuration: "c0ffee",
  });
  const snapshots = [of("5f0c6a1de2b7493c", "7c1e0d9f8a"), of("5f0c6a1de2b7493c", "e1d2c3b4a5")];
  const state = { period: "2026-09", basis: "effective", revision: 2, snapshots, crossed: [] } as const;
  expect(snapshotsText(state, { width: 100 })).toBe(`September 2026, effective
snapshot      digest    made               status      configuration  bills
────────────  ────────  ─────────────────  ──────────  ─────────────  ────────────────────
5f0c6a1de2b7  7c1e0d9f  2026-10-02T00:00Z  superseded  c0ffee         ml-showback 8d41f20a
5f0c6a1de2b7  e1d2c3b4  2026-10-02T00:00Z  read        c0ffee         ml-showback 8d41f20a
`);
});
