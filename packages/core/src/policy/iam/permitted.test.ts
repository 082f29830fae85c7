import { expect, test } from "vitest";
import { configOf } from "../../config/testing/config-of.ts";
import { permittedIn } from "./permitted.ts";

const permitted = (rules: string, accounts = ["111122223333"]) =>
  permittedIn(configOf(`enforcement: { ${rules} }`), accounts);

test("while all is observed, nothing is permitted, not even to look", () => {
  const { inspects, repairs, quarantines } = permitted("default: { mode: observe }");
  expect([inspects("ec2:instance"), repairs("ec2:instance"), quarantines("ec2:instance")]).toEqual([
    false,
    false,
    null,
  ]);
});

test("whatever one of the rules that may match permits is permitted", () => {
  const { repairs, quarantines } = permitted(
    `rules: [
      { match: { type: "ec2:*" }, mode: repair },
      { match: { type: "ec2:instance", environment: dev }, mode: quarantine, allow: ["ec2:stop"] },
      { match: { type: "EC2:Instance", tags: { tier: gold } }, mode: quarantine, allow: ["ec2:isolate"] }]`,
  );
  expect([repairs("ec2:volume"), quarantines("ec2:volume")]).toEqual([true, null]);
  expect(quarantines("ec2:instance")).toEqual(new Set(["ec2:stop", "ec2:isolate"]));
  expect(repairs("sqs:queue")).toBe(false);
});

test("a rule without a mode has that of the default", () => {
  const { repairs } = permitted(`default: { mode: repair }, rules: [{ match: { type: "sqs:queue" } }]`);
  expect([repairs("sqs:queue"), repairs("ec2:instance")]).toEqual([true, true]);
});

test("a rule is of the services that it names, in any of their names", () => {
  const { repairs } = permitted("rules: [{ match: { service: AmazonSageMaker }, mode: repair }]");
  expect([repairs("sagemaker:endpoint"), repairs("ec2:instance")]).toEqual([true, false]);
});

test("a rule of other accounts, or of what only a bill has, permits nothing", () => {
  const there = `rules: [{ match: { account: "2222*" }, mode: repair }]`;
  expect(permitted(there).repairs("sqs:queue")).toBe(false);
  expect(permitted(there, ["111122223333", "222233334444"]).repairs("sqs:queue")).toBe(true);
  expect(permitted(`rules: [{ match: { usageType: "*" }, mode: repair }]`).repairs("sqs:queue")).toBe(false);
});

test("to tell is a reason to look, and none to write", () => {
  const { inspects, repairs, quarantines } = permitted("default: { mode: notify }");
  expect([inspects("sqs:queue"), repairs("sqs:queue"), quarantines("sqs:queue")]).toEqual([
    true,
    false,
    null,
  ]);
});
