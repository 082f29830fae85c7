import { beforeEach, describe, expect, test } from "vitest";
import type { PeriodState, Pointer } from "../../bills/period-state.ts";
import { makeContents, makeVersion } from "../../bills/testing/make-version.ts";
import type { BillVersion } from "../../bills/version.ts";
import { type NewestBills, newestBills } from "./newest-bills.ts";
import { unlessRestated } from "./unless-restated.ts";

const READ = makeVersion({ id: "aaaa" });
const POINTER: Pointer = {
  version: READ.id,
  sequence: READ.sequence,
  chain: [READ.sequence],
  deliveredAt: READ.deliveredAt,
  payers: [],
  identity: null,
  configuration: READ.configuration,
};
const LOST = new Error("the cells are not there");

let state: PeriodState;
let versions: readonly BillVersion[];
let found: NewestBills;
const records = { period: async () => state, versions: async () => versions };

beforeEach(async () => {
  const pointers = { [READ.export]: POINTER };
  state = { period: READ.period, revision: 7, closed: null, pointers, sequences: { [READ.export]: 1 } };
  versions = [READ];
  found = await newestBills(records, READ.period);
});

describe("what is made of bills", () => {
  test("is given where it is made", async () => {
    expect(await unlessRestated(records, found, async () => "a snapshot")).toBe("a snapshot");
  });

  test.each([
    ["the period was changed", { revision: 8, cells: "/cells" }],
    ["the same version has other cells", { revision: 7, cells: "/others" }],
  ])("is to be made again where it fails and %s meanwhile", async (_, { revision, cells }) => {
    const failing = async () => {
      state = { ...state, revision };
      versions = [{ ...READ, contents: makeContents({ cells }) }];
      throw LOST;
    };
    expect(await unlessRestated(records, found, failing)).toBeUndefined();
  });

  test("fails where the bills are as they were, whatever became of versions that nobody reads", async () => {
    const failing = async () => {
      versions = [makeVersion({ id: "bbbb", contents: makeContents({ cells: null }) }), READ];
      throw LOST;
    };
    await expect(unlessRestated(records, found, failing)).rejects.toBe(LOST);
  });
});
