import { assert, constant, constantFrom, property, record, stringMatching, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { type Statement, sizeOf } from "./document.ts";
import { pack } from "./pack.ts";

const statements = uniqueArray(
  record({
    Sid: stringMatching(/^[A-Z][a-z]{2,8}$/),
    Effect: constantFrom("Allow" as const, "Deny" as const),
    Action: uniqueArray(stringMatching(/^ec2:[A-Z][a-z]{3,20}$/), { minLength: 1, maxLength: 40 }),
    Resource: constant(["*"]),
  }),
  { selector: ({ Sid }) => Sid, maxLength: 12 },
);

test("nothing is lost or added, and every document fits", () =>
  assert(
    property(statements, (all) => {
      const documents = pack(all, 700, 200);
      for (const document of documents) expect(sizeOf(document)).toBeLessThanOrEqual(700);
      expect(said(documents.flatMap(({ Statement }) => Statement))).toEqual(said(all));
    }),
  ));

test("what takes more than a role takes is refused", () => {
  const many = Array.from({ length: 500 }, (_, index) => `ec2:DescribeSomethingOfThisLength${index}`);
  const large: Statement = { Sid: "Reads", Effect: "Allow", Action: many, Resource: ["*"] };
  expect(pack([large]).length).toBeGreaterThan(2);
  expect(() => pack([large], 700)).toThrow("turn on fewer types");
});

function said(all: readonly Statement[]): string[] {
  return all
    .flatMap(({ Sid, Effect, Action }) => Action.map((call) => `${Sid.slice(0, 3)} ${Effect} ${call}`))
    .sort();
}
