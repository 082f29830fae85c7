import { describe, expect, test } from "vitest";
import { stackSet } from "../stack-set.ts";
import type { Site } from "./site.ts";
import { CONFIGS, HOME, MEMBERS, SITES, siteOf } from "./testing/sites.ts";

const many = SITES["many accounts in many regions"];
const acting = stackSet(CONFIGS.acting, many);
const regionOf = (site: Site) => stackSet(CONFIGS.observing, site).Parameters.RolesRegion?.Default;

describe("the roles of an account", () => {
  const [one, other] = MEMBERS;

  test("are in home's region where every account has a stack there", () => {
    expect(regionOf(many)).toBe("eu-central-1");
  });

  test("are in another region that every account has where not", () => {
    const regions = ["us-west-2", "us-east-1"];
    const places = [one, other].flatMap((account) => regions.map((region) => ({ account, region })));
    expect(regionOf(siteOf([{ account: one, region: "eu-central-1" }, ...places]))).toBe("us-east-1");
  });

  test("are asked for where accounts have no region in common", () => {
    expect(regionOf(SITES["accounts without a region in common"])).toBeUndefined();
  });

  test("are not in home's account, whose functions have their own", () => {
    expect(acting.Conditions.HoldsRoles).toEqual({
      "Fn::And": [
        { "Fn::Not": [{ "Fn::Equals": [{ Ref: "AWS::AccountId" }, HOME.account] }] },
        { "Fn::Equals": [{ Ref: "AWS::Region" }, { Ref: "RolesRegion" }] },
      ],
    });
    const alone = stackSet(CONFIGS.acting, SITES["home's account in another region"]);
    expect(Object.keys(alone.Resources).filter((id) => /Role|Policy\d|Boundary/.test(id))).toEqual([]);
    expect(Object.keys(alone.Parameters)).toEqual(["AlarmTopic"]);
  });
});
