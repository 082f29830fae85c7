import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";
import { describe, expect, test } from "vitest";
import { exactTotals } from "./exact.ts";

// Project Koku, "Distributing Cost": of a worker's unallocated cost of $100 project A bears 25 and project B 75, by their
// effective usage, which is the greater of request and use; the unallocated project itself keeps nothing.
const PROJECTS = [
  { project: "a", request: 25, use: 10 },
  { project: "b", request: 40, use: 75 },
];
const effective = (pool: string) =>
  PROJECTS.map(({ project, request, use }) => used(pool, project, String(Math.max(request, use))));

describe("koku's distribution of what workers did not allocate", () => {
  test("follows effective usage, and leaves nothing with the worker", () => {
    const pool = "  - { name: unallocated, method: usage, metric: { use: 1 } }";
    const shares = share(
      sharingConfig(["a", "b"], pool),
      { unallocated: "100" },
      { usage: effective("unallocated") },
    );
    expect(exactTotals(shares, { unallocated: "100" })).toEqual({ a: "25", b: "75" });
  });

  test("is what sharing idle capacity adds to each, where it is capacity less effective usage", () => {
    const pool = (idle: string) => `  - { name: worker, method: usage, metric: { use: 1 }, idle: ${idle} }`;
    const usage = [used("worker", "capacity", "200"), ...effective("worker")];
    const of = (idle: string) =>
      exactTotals(share(sharingConfig(["a", "b"], pool(idle)), { worker: "200" }, { usage }), {
        worker: "200",
      });
    expect(of("separate")).toEqual({ a: "25", b: "75", "idle worker": "100" });
    expect(of("share")).toEqual({ a: "50", b: "150" });
  });

  test("is held, and not lost, where no project used anything", () => {
    const pool = "  - { name: unallocated, method: usage, metric: { use: 1 } }";
    const shares = share(sharingConfig(["a", "b"], pool), { unallocated: "100" }, { usage: [] });
    expect(exactTotals(shares, { unallocated: "100" })).toEqual({ "no-usage unallocated": "100" });
  });
});
