import { TagledgerError } from "@tagledger/core/errors";
import { expect, test } from "vitest";
import { together } from "./together.ts";

const missing = (name: string) =>
  Promise.reject(new TagledgerError("bad-configuration", `${name} is missing`, { names: [name] }));

test("both are given where both are there", async () => {
  expect(await together(Promise.resolve(1), Promise.resolve("a"))).toEqual([1, "a"]);
});

test("all that is configured wrongly is said at once", async () => {
  await expect(together(missing("A"), missing("B"))).rejects.toMatchObject({
    code: "bad-configuration",
    message: "A is missing\nB is missing",
    fields: { names: ["A", "B"] },
  });
});

test("what one failed with is said as it is", async () => {
  await expect(together(Promise.resolve(1), missing("B"))).rejects.toThrow(/^B is missing$/);
  await expect(together(Promise.reject(new Error("no disk")), missing("B"))).rejects.toThrow("no disk");
});
