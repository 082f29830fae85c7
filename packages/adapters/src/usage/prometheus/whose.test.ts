import { describe, expect, it } from "vitest";
import { podOwners, seriesOwner } from "./whose.ts";

describe("the team of a pod", () => {
  it.each([
    [undefined, {}, "apps"],
    [{ namespace: true }, { label_team: "a" }, "apps"],
    [{ label: "team" }, { label_team: "a" }, "a"],
    [{ label: "team" }, {}, "unowned:apps"],
    [{ label: "team", namespace: true }, {}, "apps"],
    [{ label: "team" }, { label_team: "capacity" }, "unowned:capacity"],
    [{ label: "team" }, { label_team: "pool:eks" }, "unowned:pool:eks"],
    [{ namespace: false }, {}, "unowned:apps"],
  ])("is, where the configuration says %j and its labels %j, %s", (team, labels, name) => {
    expect(podOwners({ team, dimensions: undefined }).of("apps", labels).team).toBe(name);
  });

  it("has its other dimensions by their labels", () => {
    const owners = podOwners({
      team: { label: "ml-team" },
      dimensions: { project: "ml-project", experiment: "ml-team" },
    });
    expect(owners.labels).toEqual(["label_ml_team", "label_ml_project"]);
    expect(owners.of("apps", { label_ml_team: "a", label_ml_project: "" })).toEqual({
      team: "a",
      project: null,
      workload: null,
      environment: null,
      experiment: "a",
      said: 'label_ml_team="a"',
    });
  });
});

describe("the team of a series", () => {
  it.each([
    [undefined, { team: "a" }, "a"],
    [{ label: "ml-team" }, { ml_team: "a", team: "b" }, "a"],
    [undefined, { team: "capacity" }, "capacity"],
    [undefined, { team: "pool:eks" }, "pool:eks"],
    [undefined, { namespace: "apps" }, "unowned:apps"],
    [{ namespace: true }, { namespace: "apps" }, "apps"],
    [undefined, {}, "unowned:reads"],
  ])("is, where the configuration says %j and its labels %j, %s", (team, labels, name) => {
    expect(seriesOwner({ team, dimensions: undefined }, "reads")(labels).team).toBe(name);
  });
});
