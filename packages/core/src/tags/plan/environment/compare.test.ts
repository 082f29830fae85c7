import { expect, test } from "vitest";
import { configOf } from "../../../config/testing/config-of.ts";
import { compareEnvironments } from "./compare.ts";

test("no spelling of production hides it, also where the organisation keeps the case of values", () => {
  const config = configOf("normalize: { case: keep }\nenforcement: { production: [prod] }");
  const { isProduction, named } = compareEnvironments(config);
  expect(["prod", "PROD", "production", "dev"].map(isProduction)).toEqual([true, true, false, false]);
  expect(["prod", "Prod"].map(named({ environment: "PROD" }))).toEqual([true, true]);
});

test("a rule names what it lists, and nothing by a pattern or by silence", () => {
  const { named } = compareEnvironments(configOf(""));
  expect(["dev", "prod"].map(named({ environment: ["dev", "p*"] }))).toEqual([true, false]);
  expect([named({}), named(null)].map((names) => names("prod"))).toEqual([false, false]);
});
