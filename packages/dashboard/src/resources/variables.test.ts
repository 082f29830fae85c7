import { expect, test } from "vitest";
import { variablesOf } from "./variables.ts";

test("a line's variables are named once, in its order", () => {
  const line = `aws ec2 create-tags --tags Key=b,Value="\${ML_TEAM:?}" Key=a,Value="\${TAG_2ND:?}" && x "\${ML_TEAM:?}"`;
  expect(variablesOf(line)).toEqual(["ML_TEAM", "TAG_2ND"]);
  expect(variablesOf(`aws ec2 create-tags --tags 'Key=$HOME,Value=\${x}'`)).toEqual([]);
});
