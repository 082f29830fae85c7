import { describe, expect, test } from "vitest";
import { readBatches } from "./read-batches.ts";
import type { LiveLook, Named } from "./reader.ts";
import { awsError, makeSought } from "./testing/make-sought.ts";

const fleets = (count: number): Named[] =>
  Array.from({ length: count }, (_, place) => makeSought("ec2", `fleet/fleet-${place}`));

/** Answers with the id of each as its tag; fails where one of some ids is asked for. */
function asker(errors: Readonly<Record<string, Error>> = {}) {
  const asked: string[][] = [];
  const ask = async (batch: readonly Named[]): Promise<LiveLook[]> => {
    const ids = batch.map(({ id }) => id);
    asked.push(ids);
    for (const id of ids) if (errors[id] !== undefined) throw errors[id];
    return ids.map((id) => ({ tags: { id } }));
  };
  return { asked, ask };
}

describe("reading in batches", () => {
  test("asks for so many at once, and keeps their order", async () => {
    const { asked, ask } = asker();
    const looks = await readBatches(fleets(5), 2, ask);
    expect(asked.map((ids) => ids.length)).toEqual([2, 2, 1]);
    expect(looks).toEqual(fleets(5).map(({ id }) => ({ tags: { id } })));
  });

  test("splits a batch until it is known who is at fault", async () => {
    const { asked, ask } = asker({
      "fleet-2": awsError("InvalidFleetId.NotFound"),
      "fleet-7": awsError("InvalidFleetId.Malformed"),
    });
    const looks = await readBatches(fleets(8), 200, ask);
    expect(looks.flatMap((look, place) => ("miss" in look ? [[place, look.miss]] : []))).toEqual([
      [2, "absent"],
      [7, "failed"],
    ]);
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  test.each([
    ["RequestLimitExceeded", "client", "throttled"],
    ["UnauthorizedOperation", "client", "denied"],
    ["InternalError", "server", "failed"],
  ])("takes %s for the whole batch, and asks no more", async (name, $fault, miss) => {
    const { asked, ask } = asker({ "fleet-1": awsError(name, { $fault }) });
    expect(await readBatches(fleets(4), 200, ask)).toEqual(fleets(4).map(() => ({ miss })));
    expect(asked).toHaveLength(1);
  });
});
