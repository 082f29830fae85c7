import { describe, expect, it } from "vitest";
import { tagSources } from "./tag-sources.ts";

const found = (key: string, ...names: string[]) => tagSources([key], names)[0];

describe("the names of a tag key in a bill", () => {
  it.each([
    ["legacy CSV", "user:ml-team"],
    ["legacy Parquet", "user_ml_team"],
    ["an export that shouts", "USER_ML_TEAM"],
    ["the tags column", "resourceTags/user:ml-team"],
    ["FOCUS", "ml-team"],
  ])("are known as in %s", (_, name) => {
    expect(found("ml-team", "user:other", name)).toEqual([name]);
  });

  it("include AWS's own keys, dots, spaces and letters of any alphabet", () => {
    expect(found("aws:eks:cluster-name", "aws_eks_cluster_name")).toEqual(["aws_eks_cluster_name"]);
    expect(found("kostenstelle.größe", "user_kostenstelle_größe")).toEqual(["user_kostenstelle_größe"]);
    expect(found("cost center", "user:cost center")).toEqual(["user:cost center"]);
    expect(found("CostCenter", "user_cost_center")).toEqual(["user_cost_center"]);
  });

  it("put the very key before keys that are written alike", () => {
    expect(found("ml-team", "user:ml.team", "user:ml-team")).toEqual(["user:ml-team", "user:ml.team"]);
  });

  it("come after closer ones where they differ in case", () => {
    expect(found("ml-team", "ML-Team", "ml_team")).toEqual(["ml_team", "ML-Team"]);
    expect(found("ml-team", "ML-Team")).toEqual(["ML-Team"]);
  });

  it("leave out what is no tag of a resource", () => {
    const others = [
      "accountTag/ml-team",
      "userAttribute/ml-team",
      "costCategory/ml-team",
      "iamPrincipal/ml-team",
    ];
    expect(found("ml-team", ...others)).toEqual([]);
  });
});
