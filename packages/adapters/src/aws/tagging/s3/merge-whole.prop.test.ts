import type { TagMap } from "@tagledger/core/catalog/tags";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TagChange } from "../writer.ts";
import { merged, mergeWhole, type WholeTags } from "./merge-whole.ts";

const key = fc.constantFrom("ml-team", "ml-tema", "owner", "aws:stack", "cost", "__proto__");
const tags: fc.Arbitrary<TagMap> = fc.dictionary(key, fc.string({ maxLength: 2 }), { noNullPrototype: true });
const ours = fc.constantFrom("ml-team", "ml-tema");
const changes: fc.Arbitrary<TagChange> = fc.record({
  set: fc.dictionary(ours, fc.string({ maxLength: 2 }), { noNullPrototype: true }),
  remove: fc.uniqueArray(ours, { maxLength: 2 }),
});
/** What others write before each reading, whole as well; null where they write nothing. */
const others = fc.array(fc.option(tags, { freq: 1 }), { maxLength: 8 });

const foreign = (all: TagMap) =>
  Object.entries(all).filter(([name]) => name !== "ml-team" && name !== "ml-tema");

test("a change leaves all that it does not name as it is", () => {
  fc.assert(
    fc.property(tags, changes, (before, change) => {
      const after = merged(before, change);
      expect(foreign(after)).toEqual(foreign(before));
      expect(merged(after, change)).toEqual(after);
      for (const name of change.remove) expect(Object.hasOwn(after, name)).toBe(false);
    }),
  );
});

test("what others write before a reading is never lost", async () => {
  await fc.assert(
    fc.asyncProperty(tags, changes, others, async (before, change, theirs) => {
      let [held, last] = [before, before];
      const left = [...theirs];
      const whole: WholeTags = {
        async read() {
          const next = left.shift() ?? null;
          if (next !== null) [held, last] = [next, next];
          return held;
        },
        async write(all) {
          held = all;
        },
      };
      const written = await mergeWhole(whole, change);
      expect(foreign(held)).toEqual(foreign(last));
      if (written === null) expect(held).toEqual(merged(held, change));
      else expect(written.refused).toBe("conflict");
    }),
  );
});

test("a bucket that would carry more tags than it may is left as it is", async () => {
  const full = Object.fromEntries(Array.from({ length: 50 }, (_, place) => [`key-${place}`, ""]));
  const held = { ...full, "aws:cloudformation:stack-name": "models" };
  const whole: WholeTags = {
    read: async () => held,
    write: () => Promise.reject(new Error("was written")),
  };
  expect(await mergeWhole(whole, { set: { "ml-team": "vision" }, remove: [] })).toEqual({
    refused: "unsupported",
    message: "it would carry 51 tags, and may carry 50",
  });
  expect(await mergeWhole(whole, { set: { "key-1": "" }, remove: ["ml-tema"] })).toBeNull();
});
