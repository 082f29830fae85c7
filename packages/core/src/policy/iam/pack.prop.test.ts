import { assert, constantFrom, property, record, stringMatching, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { type Statement, sizeOf } from "./document.ts";
import { pack } from "./pack.ts";

const statements = uniqueArray(
  record({
    Sid: stringMatching(/^[A-Z][a-z]{2,8}$/),
    Effect: constantFrom("Allow" as const, "Deny" as const),
    Action: uniqueArray(stringMatching(/^ec2:[A-Z][a-z]{3,20}$/), { minLength: 1, maxLength: 40 }),
    Resource: uniqueArray(stringMatching(/^arn:aws:ec2:[a-z]{1,60}$/), { minLength: 1, maxLength: 40 }),
  }),
  { selector: ({ Sid }) => Sid, maxLength: 12 },
);

test("nothing is lost or added, and every document fits", () =>
  assert(
    property(statements, (all) => {
      const documents = pack(all, 700, 20_000);
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

test("statements of one document have names of their own", () =>
  assert(
    property(statements, (all) => {
      for (const { Statement } of pack(all, 700, 20_000)) {
        expect(new Set(Statement.map(({ Sid }) => Sid)).size).toBe(Statement.length);
      }
    }),
  ));

test("what is of more resources than a document takes is parted by them, and its calls stand in each part", () => {
  const Resource = Array.from(
    { length: 50 },
    (_, index) => `arn:aws:iam::2222333344${10 + index}:role/reader`,
  );
  const large: Statement = { Sid: "Accounts", Effect: "Allow", Action: ["sts:AssumeRole"], Resource };
  const parts = pack([large], 700).flatMap(({ Statement }) => Statement);
  expect(parts.flatMap((part) => part.Resource).sort()).toEqual(Resource);
  expect(new Set(parts.flatMap((part) => part.Action))).toEqual(new Set(["sts:AssumeRole"]));
});

test("what cannot be parted and fits into no document is refused by its name and what makes it large", () => {
  const values = Array.from({ length: 100 }, (_, index) => `production-${index}`);
  const large: Statement = {
    Sid: "NotProduction",
    Effect: "Deny",
    Action: ["ec2:StopInstances", "rds:StopDBInstance"],
    Resource: ["*"],
    Condition: { StringEqualsIgnoreCase: { "aws:ResourceTag/ml-environment": values } },
  };
  expect(() => pack([large], 700)).toThrow(
    /^NotProductiona \(ec2:StopInstances\) takes \d+ characters, of which a policy takes 700, most of it for aws:ResourceTag\/ml-environment: name fewer/,
  );
});

/** Each call with each resource. */
function said(all: readonly Statement[]): string[] {
  return all
    .flatMap(({ Sid, Effect, Action, Resource }) =>
      Action.flatMap((call) => Resource.map((arn) => `${Sid.slice(0, 3)} ${Effect} ${call} ${arn}`)),
    )
    .sort();
}
