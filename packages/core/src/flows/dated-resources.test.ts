import { expect, test } from "vitest";
import type { ResourceQuery } from "../ledger/query.ts";
import type { ResourceRecord } from "../ledger/resource.ts";
import { DAY, makeRecord, START } from "../ledger/testing/records.ts";
import { datedResources } from "./dated-resources.ts";

/** A ledger that lists records one at a time, and what is gone only where it is asked for. */
function listing(records: readonly ResourceRecord[]) {
  return {
    resources: async ({ verdict, after = "0" }: ResourceQuery) => {
      const listed = records.filter(({ ended }) => (verdict === "gone") === (ended !== null));
      const at = Number(after);
      return { items: listed.slice(at, at + 1), next: at + 1 < listed.length ? String(at + 1) : null };
    },
  };
}

function named(id: string, given: Partial<ResourceRecord>): ResourceRecord {
  return makeRecord({ resource: id, arn: id, id, ...given });
}

test("of a month the tags are told of all that can have charges in it, gone or not", async () => {
  const ledger = listing([
    named("there", { created: START - 90 * DAY }),
    named("new", { created: START + 20 * DAY }),
    named("gone", { created: START - DAY, ended: START + DAY }),
    named("found", { created: START + 40 * DAY, foundBy: "sweep" }),
    named("later", { created: START + 31 * DAY }),
    named("earlier", { created: START - 90 * DAY, ended: START - 30 * DAY }),
    named("untagged", { tags: [] }),
  ]);
  const dated = await datedResources({ ledger }, { period: "2026-09", tagKeys: ["ml-team"] });
  expect(dated.map(({ id }) => id)).toEqual(["found", "gone", "new", "there"]);
  expect(dated[1]?.states.map(({ values }) => values)).toEqual([["fraud-detection"]]);
});
