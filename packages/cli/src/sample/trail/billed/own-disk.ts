import type { Node } from "../../company/nodes.ts";
import { type Call, change, type Scene } from "../call.ts";
import { specified } from "../tag-shapes.ts";

/** The calls of somebody who makes a large disk for a machine and attaches it. */
export function* ownDisk({ billedId: instanceId, zone, disk }: Node, scene: Scene): Iterable<Call> {
  const later = { ...scene, at: scene.at + 3 };
  const { billedId: volumeId, gib } = disk;
  const request = { size: String(gib), zone, volumeType: "gp3", encrypted: true };
  const response = { volumeId, ...request, status: "creating" };
  yield change(later, "ec2", "CreateVolume", { ...request, ...specified(["volume", disk.tags]) }, response);
  const attachment = { volumeId, instanceId, device: "/dev/sdf" };
  yield change({ ...scene, at: scene.at + 40 }, "ec2", "AttachVolume", attachment, attachment);
}
