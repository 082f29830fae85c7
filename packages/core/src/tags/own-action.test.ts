import { expect, test } from "vitest";
import { ownActions } from "./own-action.ts";
import { company } from "./testing/make-config.ts";
import { makeActor } from "./testing/make-subject.ts";

test("we are whoever the configuration says, in every session", () => {
  const isOwn = ownActions(company());
  const session = "arn:aws:sts::111122223333:assumed-role/tagledger-repair/run";
  expect(isOwn(makeActor({ arn: session }))).toBe(true);
  expect(isOwn(makeActor({ arn: null, roleArn: "arn:aws:iam::111122223333:role/tagledger-repair" }))).toBe(
    true,
  );
  expect(isOwn(makeActor({ arn: "arn:aws:iam::111122223333:user/tagledger-fan" }))).toBe(false);
  expect(isOwn(makeActor())).toBe(false);
});
