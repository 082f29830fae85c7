import { describe, expect, it } from "vitest";
import { podLabel, seriesLabel } from "./labels.ts";

describe("the label of a pod", () => {
  it.each([
    ["ml-team", "label_ml_team"],
    ["ml_team", "label_ml_team"],
    ["app.kubernetes.io/part-of", "label_app_kubernetes_io_part_of"],
    ["mlTeam", "label_ml_team"],
    ["Team", "label_team"],
    ["label_ml_team", "label_ml_team"],
  ])("%s is shown by kube-state-metrics as %s", (name, shown) => {
    expect(podLabel(name)).toBe(shown);
  });
});

describe("the label of a series", () => {
  it.each([
    ["ml-team", "ml_team"],
    ["mlTeam", "mlTeam"],
    ["2nd", "_2nd"],
  ])("%s is kept by Prometheus as %s", (name, kept) => {
    expect(seriesLabel(name)).toBe(kept);
  });
});
