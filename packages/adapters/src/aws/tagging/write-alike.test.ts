import { describe, expect, test } from "vitest";
import { awsError, NO_CLIENTS } from "../inventory/testing/make-sought.ts";
import { makeTagging } from "./testing/make-tagging.ts";
import { writeAlike } from "./write-alike.ts";
import type { NamedTagging, TagChange, Written } from "./writer.ts";

const TEAM: TagChange = { set: { "ml-team": "vision" }, remove: ["ml-tema"] };

function volumes(count: number, change: Partial<TagChange> = TEAM): NamedTagging[] {
  return Array.from({ length: count }, (_, place) => makeTagging("ec2", `volume/vol-${place}`, change));
}

/** Refuses calls about some ids, or with some keys. */
function makeWriter(
  errors: Readonly<Record<string, Error>> = {},
  answers: Readonly<Record<string, Written>> = {},
) {
  const calls: string[] = [];
  const ask = (name: string) => async (_: unknown, targets: readonly { id: string }[], given: object) => {
    const ids = targets.map(({ id }) => id);
    calls.push(`${name} ${ids.length}`);
    for (const each of [...ids, ...Object.keys(given)]) if (errors[each] !== undefined) throw errors[each];
    return ids.map((id) => answers[id] ?? null);
  };
  const writer = writeAlike("ec2:CreateTags", 50, { set: ask("set"), remove: ask("remove") });
  return { calls, write: (taggings: readonly NamedTagging[]) => writer.write(NO_CLIENTS, taggings) };
}

function refusedIn(written: readonly Written[]) {
  return written.flatMap((each, place) => (each === null ? [] : [[place, each.refused]]));
}

describe("resources that get the same tags", () => {
  test("are written in batches, and lose the keys afterwards", async () => {
    const { calls, write } = makeWriter();
    expect(refusedIn(await write(volumes(60)))).toEqual([]);
    expect(calls).toEqual(["set 50", "set 10", "remove 50", "remove 10"]);
  });

  test("are those of the same tags in any order", async () => {
    const { calls, write } = makeWriter();
    const [first, second] = [
      { a: "1", b: "2" },
      { b: "2", a: "1" },
    ];
    await write([
      ...volumes(2, { set: first }),
      ...volumes(2, { set: second }),
      ...volumes(1, { set: { a: "1" } }),
    ]);
    expect(calls).toEqual(["set 4", "set 1"]);
  });

  test("are written though some of them are gone", async () => {
    const { calls, write } = makeWriter({
      "vol-3": awsError("InvalidVolume.NotFound"),
      "vol-40": awsError("TagLimitExceeded"),
    });
    expect(refusedIn(await write(volumes(50)))).toEqual([
      [3, "gone"],
      [40, "unsupported"],
    ]);
    expect(calls.at(-1)).toBe("remove 48");
  });

  test("are written though one of them may not be", async () => {
    const { write } = makeWriter({ "vol-7": awsError("UnauthorizedOperation") });
    expect(refusedIn(await write(volumes(50)))).toEqual([[7, "denied"]]);
  });

  test("are not all asked for one by one where none may be", async () => {
    const error = awsError("UnauthorizedOperation");
    const { calls, write } = makeWriter(
      Object.fromEntries(volumes(50).map(({ target }) => [target.id, error])),
    );
    expect(refusedIn(await write(volumes(50)))).toHaveLength(50);
    expect(calls.length).toBeLessThan(60);
  });

  test("are refused at once for a tag that is wrong for all", async () => {
    const { calls, write } = makeWriter({ "ml-team": awsError("InvalidTag") });
    expect(refusedIn(await write(volumes(50)))).toEqual(
      volumes(50).map((_, place) => [place, "unsupported"]),
    );
    expect(calls).toEqual(["set 50"]);
  });

  test("are not lost where a busy service takes only some of them", async () => {
    const { calls, write } = makeWriter({ "vol-55": awsError("RequestLimitExceeded") });
    const refused = refusedIn(await write(volumes(60)));
    expect(refused).toEqual(Array.from({ length: 10 }, (_, place) => [50 + place, "throttled"]));
    expect(calls).toEqual(["set 50", "set 10", "remove 50"]);
  });

  test("keep their tags where the service says of each what failed", async () => {
    const gone: Written = { refused: "gone", message: "no" };
    const { calls, write } = makeWriter({}, { "vol-1": gone });
    expect(await write(volumes(3))).toEqual([null, gone, null]);
    expect(calls).toEqual(["set 3", "remove 2"]);
  });
});
