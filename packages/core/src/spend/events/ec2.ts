import { isObject } from "../../catalog/event.ts";
import type { View } from "../../catalog/path.ts";
import type { RunningRow, RunningService } from "../running-row.ts";

const TEMPLATE = "arn:{partition}:ec2:{region}:{account}:instance/{id}";

/** EC2: instances stop, start and end; volumes change and end, whatever their instance does. */
export const ec2Running: RunningService = {
  source: "ec2.amazonaws.com",
  rows: [
    instances("StopInstances", "stops"),
    instances("StartInstances", "starts"),
    instances("TerminateInstances", "ends"),
    {
      event: "ModifyInstanceAttribute",
      type: "ec2:instance",
      effect: "changes",
      id: "request.instanceId",
      template: TEMPLATE,
      attributes: { instanceType: ["request.instanceType.value", "request.instanceType", namedAttribute] },
    },
    {
      event: "ModifyInstancePlacement",
      type: "ec2:instance",
      effect: "changes",
      id: ["request.instanceId", "request.InstanceId"],
      template: TEMPLATE,
      attributes: { tenancy: ["request.tenancy", "request.Tenancy"] },
    },
    {
      event: "ModifyVolume",
      type: "ec2:volume",
      effect: "changes",
      id: ["response.volumeModification.volumeId", "request.VolumeId", "request.volumeId"],
      template: "arn:{partition}:ec2:{region}:{account}:volume/{id}",
      attributes: {
        volumeType: [
          "response.volumeModification.targetVolumeType",
          "request.VolumeType",
          "request.volumeType",
        ],
        sizeGiB: ["response.volumeModification.targetSize", "request.Size", "request.size"],
        iops: ["response.volumeModification.targetIops", "request.Iops", "request.iops"],
        throughput: [
          "response.volumeModification.targetThroughput",
          "request.Throughput",
          "request.throughput",
        ],
      },
    },
    {
      event: "DeleteVolume",
      type: "ec2:volume",
      effect: "ends",
      id: "request.volumeId",
      template: "arn:{partition}:ec2:{region}:{account}:volume/{id}",
    },
    {
      event: "DeleteNatGateway",
      type: "ec2:natgateway",
      effect: "ends",
      id: ["response.natGatewayId", "request.NatGatewayId", "request.natGatewayId"],
      template: "arn:{partition}:ec2:{region}:{account}:natgateway/{id}",
    },
  ],
};

/** A call that names instances; the answer lists those that it really reached. */
function instances(event: string, effect: RunningRow["effect"]): RunningRow {
  return {
    event,
    type: "ec2:instance",
    effect,
    each: ["response.instancesSet.items", "request.instancesSet.items"],
    id: "item.instanceId",
    template: TEMPLATE,
  };
}

/** Old tools name the attribute that they set. */
function namedAttribute({ request }: View): string | null {
  if (!isObject(request) || request.attribute !== "instanceType") return null;
  return typeof request.value === "string" ? request.value : null;
}
