import { HOURS, type Searcher, type Searchers } from "./search.ts";

/** The control plane of EKS, and what is charged on top of it for old versions. */
export const eksSearches: Searchers<"eks-cluster" | "eks-extended-support"> = {
  "eks-cluster": hoursOf("perCluster"),
  "eks-extended-support": hoursOf("extendedSupport"),
};

function hoursOf(what: string): Searcher {
  return (_, filters) => ({ service: "AmazonEKS", filters, usage: `AmazonEKS-Hours:${what}`, units: HOURS });
}
