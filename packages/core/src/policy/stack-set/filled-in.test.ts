import { expect, test } from "vitest";
import { filledIn, STACK_ACCOUNT } from "./filled-in.ts";

test("CloudFormation fills in the account, and leaves the variables of IAM to IAM", () => {
  const Resource = [`arn:aws:sns:*:${STACK_ACCOUNT}:\${aws:PrincipalTag/ml-team}`, "*"];
  expect(filledIn({ Statement: [{ Resource, Condition: { Bool: { isSet: true } } }] })).toEqual({
    Statement: [
      {
        Resource: [{ "Fn::Sub": `arn:aws:sns:*:${STACK_ACCOUNT}:\${!aws:PrincipalTag/ml-team}` }, "*"],
        Condition: { Bool: { isSet: true } },
      },
    ],
  });
});

test("a text without the account is no text to fill in", () => {
  expect(filledIn(`\${aws:PrincipalTag/ml-team}`)).toBe(`\${aws:PrincipalTag/ml-team}`);
});
