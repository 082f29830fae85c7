import { curLine, type Line, slashed, without } from "../../../testing/lines.ts";

/** A pod or task of a machine in one hour. */
export interface SplitFacts {
  readonly what: "vCPU" | "GB" | "Accelerator";
  readonly reserved: string;
  readonly actual?: string;
  readonly machine?: string;
  readonly namespace?: string;
  readonly pod?: string;
  /** Epoch milliseconds. */
  readonly start?: number;
  readonly hours?: number;
}

const iso = (instant: number) => new Date(instant).toISOString().replace(".000Z", "Z");

/** A split line of a pod, with the names of Parquet exports. */
export function splitLine(facts: SplitFacts, columns: Line = {}): Line {
  const {
    what,
    reserved,
    actual = "",
    machine = "i-0aaa",
    namespace = "vision",
    pod = "train-0",
    hours = 1,
  } = facts;
  const start = facts.start ?? Date.UTC(2026, 8, 1);
  return curLine({
    line_item_usage_start_date: iso(start),
    line_item_usage_end_date: iso(start + hours * 3_600_000),
    line_item_product_code: "AmazonEKS",
    line_item_usage_type: `EUC1-EKS-EC2-${what}-Hours`,
    line_item_operation: "EKSPod-EC2",
    line_item_resource_id: `arn:aws:eks:eu-central-1:444455556666:pod/ml/${namespace}/${pod}/uid-1`,
    line_item_unblended_cost: "0",
    split_line_item_parent_resource_id: machine,
    split_line_item_reserved_usage: reserved,
    split_line_item_actual_usage: actual,
    split_line_item_split_usage: String(Math.max(Number(reserved), Number(actual))),
    split_line_item_split_usage_ratio: "0.25",
    resource_tags_aws_eks_namespace: namespace,
    resource_tags_aws_eks_cluster_name: "ml",
    resource_tags_user_ml_team: "",
    ...columns,
  });
}

/** A machine's own line, of a cluster. */
export function machineLine(machine: string, type: string, columns: Line = {}): Line {
  return curLine({
    line_item_usage_end_date: iso(Date.UTC(2026, 8, 2, 4)),
    line_item_resource_id: machine,
    line_item_usage_type: `EUC1-BoxUsage:${type}`,
    split_line_item_parent_resource_id: "",
    split_line_item_reserved_usage: "",
    split_line_item_actual_usage: "",
    split_line_item_split_usage: "",
    resource_tags_aws_eks_namespace: "",
    resource_tags_aws_eks_cluster_name: "ml",
    resource_tags_user_ml_team: "",
    ...columns,
  });
}

/** The line as a legacy report in CSV writes it. */
export function legacy(line: Line): Line {
  const names = ["namespace", "cluster_name"];
  const tags = names.map((name) => [
    `resourceTags/aws:eks:${name.replace("_", "-")}`,
    line[`resource_tags_aws_eks_${name}`] ?? "",
  ]);
  return {
    ...slashed(without(line, ...names.map((name) => `resource_tags_aws_eks_${name}`))),
    ...Object.fromEntries(tags),
  };
}
