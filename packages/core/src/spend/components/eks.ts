import { type BillingRule, existing } from "../component.ts";
import { type UnknownPrice, unknownPrice } from "../price.ts";
import { standardSupportUntil } from "./eks-support.ts";

const STANDARD = existing("eks-cluster", "standard");
const EXTENDED = existing("eks-extended-support", "standard");

/** A cluster's control plane is charged by the hour, and dearer once standard support of its version has ended. */
export const clusterBill: BillingRule = ({ version, support, controlPlaneTier }, at) => {
  if (controlPlaneTier && controlPlaneTier !== "standard") {
    return unknownPrice(`a control plane of tier ${controlPlaneTier} is not priced`);
  }
  // Such a cluster is upgraded when standard support ends, and so never leaves it.
  if (support === "STANDARD") return { components: [STANDARD] };
  if (!version) return unknownPrice("the event does not tell the version of Kubernetes");
  const until = standardSupportUntil(version);
  if (until === undefined)
    return unknownPrice(`it is not known how long Kubernetes ${version} has standard support`);
  return at < until ? { components: [STANDARD], until } : { components: [STANDARD, EXTENDED] };
};

/** What a node group costs is what its instances cost, which are counted already. */
export const nodegroupBill = (): UnknownPrice => unknownPrice("its instances are priced one by one");
