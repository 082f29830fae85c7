import type { Bill, BillingRule } from "./component.ts";
import { volumeBill } from "./components/ebs.ts";
import { instanceBill } from "./components/ec2.ts";
import { clusterBill, nodegroupBill } from "./components/eks.ts";
import { natGatewayBill } from "./components/nat-gateway.ts";
import { databaseBill } from "./components/rds.ts";
import {
  appBill,
  endpointBill,
  notebookBill,
  processingBill,
  trainingBill,
  transformBill,
} from "./components/sagemaker.ts";
import { type PriceQuery, type UnknownPrice, unknownPrice } from "./price.ts";

const RULES: ReadonlyMap<string, BillingRule> = new Map([
  ["ec2:instance", instanceBill],
  ["ec2:volume", volumeBill],
  ["ec2:natgateway", natGatewayBill],
  ["sagemaker:notebook-instance", notebookBill],
  ["sagemaker:training-job", trainingBill],
  ["sagemaker:processing-job", processingBill],
  ["sagemaker:transform-job", transformBill],
  ["sagemaker:app", appBill],
  ["sagemaker:endpoint", endpointBill],
  ["eks:cluster", clusterBill],
  ["eks:nodegroup", nodegroupBill],
  ["rds:db", databaseBill],
]);

/**
 * What a resource is charged for while it is there, or why that cannot be told.
 *
 * @example billOf({ type: "ec2:vpc", … }) // { unknown: "what resources of type ec2:vpc cost is not known" }
 */
export function billOf({ type, attributes, at }: PriceQuery): Bill | UnknownPrice {
  const rule = RULES.get(type);
  if (rule === undefined) return unknownPrice(`what resources of type ${type} cost is not known`);
  const lost = Object.keys(attributes).find((name) => attributes[name] === null);
  return lost === undefined ? rule(attributes, at) : unknownPrice(`the log does not tell its ${lost}`);
}
