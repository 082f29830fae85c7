import { describe, expect, test } from "vitest";
import { divided, fractions, share, sharingConfig, used } from "./testing/share.ts";

// Two service departments that serve each other: observability (obs) and a cluster (k8s).
const OBS = "  - { name: obs, method: usage, metric: { use: 1 } }";
const K8S = "  - { name: k8s, method: usage, metric: { use: 1 } }";
const TEAMS = ["nlp", "ranking", "vision"];
const USAGE = [
  used("obs", "pool:k8s", "20"),
  used("obs", "ranking", "40"),
  used("obs", "nlp", "30"),
  used("obs", "vision", "10"),
  used("k8s", "pool:obs", "10"),
  used("k8s", "ranking", "50"),
  used("k8s", "nlp", "25"),
  used("k8s", "vision", "15"),
];

function bothDivided(pools: readonly string[], allocation: string, usage = USAGE) {
  const shares = share(
    sharingConfig(TEAMS, pools.join("\n"), allocation),
    { obs: "9000", k8s: "30000" },
    { usage },
  );
  return { obs: divided(shares, "obs", "9000"), k8s: divided(shares, "k8s", "30000"), shares };
}

describe("direct", () => {
  test("ignores all use by pools", () => {
    const { obs, k8s } = bothDivided([OBS, K8S], "direct");
    expect(obs).toEqual({ ranking: "4500", nlp: "3375", vision: "1125" });
    expect(k8s).toEqual({ ranking: "16666.67", nlp: "8333.33", vision: "5000" });
  });
});

describe("step-down", () => {
  test("settles in file order and ignores use by pools already settled", () => {
    const { obs, k8s } = bothDivided([OBS, K8S], "step-down");
    expect(obs).toEqual({ ranking: "4600", nlp: "3200", vision: "1200" });
    expect(k8s).toEqual({ ranking: "16666.67", nlp: "8333.33", vision: "5000" });
  });

  test("comes out otherwise in another order", () => {
    const { obs, k8s } = bothDivided([K8S, OBS], "step-down");
    expect(obs).toEqual({ ranking: "4500", nlp: "3375", vision: "1125" });
    expect(k8s).toEqual({ ranking: "16500", nlp: "8625", vision: "4875" });
  });
});

describe("reciprocal", () => {
  test("solves pools that serve each other together", () => {
    const { shares } = bothDivided([OBS, K8S], "reciprocal");
    expect(fractions(shares, "obs")).toEqual({ ranking: "25/49", nlp: "5/14", vision: "13/98" });
    expect(fractions(shares, "k8s")).toEqual({ ranking: "27/49", nlp: "2/7", vision: "8/49" });
  });

  test("does not depend on the order of pools", () => {
    const { obs, k8s } = bothDivided([OBS, K8S], "reciprocal");
    const other = bothDivided([K8S, OBS], "reciprocal");
    expect(other).toMatchObject({ obs, k8s });
  });

  test("ignores a pool's use of itself", () => {
    const { obs, k8s } = bothDivided([OBS, K8S], "reciprocal");
    const itself = bothDivided([OBS, K8S], "reciprocal", [...USAGE, used("obs", "pool:obs", "1000")]);
    expect(itself).toMatchObject({ obs, k8s });
  });

  test("takes pools that only use each other as missing usage", () => {
    const usage = [used("obs", "pool:k8s", "1"), used("k8s", "pool:obs", "1")];
    const { shares } = bothDivided([OBS, K8S], "reciprocal", usage);
    expect(fractions(shares, "obs")).toEqual({ "no-usage obs": "1/1" });
    expect(fractions(shares, "k8s")).toEqual({ "no-usage k8s": "1/1" });
  });

  test("follows a pool that money of the follower comes back to", () => {
    const pools =
      "  - { name: gpu, method: usage, metric: { use: 1 } }\n  - { name: control, method: follow, of: [gpu] }";
    const usage = [used("gpu", "nlp", "1"), used("gpu", "vision", "1"), used("gpu", "pool:control", "2")];
    const shares = share(sharingConfig(TEAMS, pools, "reciprocal"), { gpu: "8", control: "2" }, { usage });
    expect(fractions(shares, "gpu")).toEqual({ nlp: "1/2", vision: "1/2" });
    expect(fractions(shares, "control")).toEqual({ nlp: "1/2", vision: "1/2" });
  });

  test("gives what last pools take from others as they divide it", () => {
    const pools =
      "  - { name: obs, method: usage, metric: { use: 1 } }\n  - { name: rest, method: proportional, order: last }";
    const usage = [used("obs", "pool:rest", "1"), used("obs", "nlp", "1")];
    const shares = share(
      sharingConfig(TEAMS, pools, "reciprocal"),
      { obs: "10" },
      { usage, direct: { vision: "5" } },
    );
    expect(fractions(shares, "obs")).toEqual({ nlp: "3/4", vision: "1/4" });
  });
});
