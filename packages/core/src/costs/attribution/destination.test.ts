import { expect, test } from "vitest";
import { NO_LEAF } from "../leaf.ts";
import { type Destination, destinationKey } from "./destination.ts";

test("destinations that differ in anything differ", () => {
  const leaf = { ...NO_LEAF, project: "gpu" };
  const destinations: Destination[] = [
    { kind: "excluded" },
    { kind: "pool", pool: "gpu" },
    { kind: "pool", pool: "excluded" },
    { kind: "direct", leaf: { ...NO_LEAF, team: "gpu" } },
    { kind: "direct", leaf: { ...leaf, team: "gpu" } },
    { kind: "unallocated", reason: "no-team", value: null, leaf: NO_LEAF },
    { kind: "unallocated", reason: "no-team", value: null, leaf },
    { kind: "unallocated", reason: "no-usage", value: "gpu", leaf: NO_LEAF },
    { kind: "unallocated", reason: "idle", value: "gpu", leaf: NO_LEAF },
    { kind: "unallocated", reason: "invalid-team", value: "gpu", leaf: NO_LEAF },
    { kind: "unallocated", reason: "invalid-team", value: "gpu", leaf },
    { kind: "unallocated", reason: "invalid-team", value: "GPU", leaf },
  ];
  expect(new Set(destinations.map(destinationKey)).size).toBe(destinations.length);
});
