import { ending, list, tagCalls, untaggable } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import { textReader } from "../path.ts";
import type { Service, TaggedFacts } from "../row.ts";

const ARN = "arn:{partition}:elasticfilesystem:{region}:{account}:{type}/{id}";

const ID = ["request.resourceId", "request.fileSystemId"] as const;
const readId = textReader(ID);

/** Tags are asked for by id, and its beginning tells of what. */
const NAMED: TaggedFacts = {
  at: ID,
  type: (view) => `elasticfilesystem:${readId(view)?.startsWith("fsap-") ? "access-point" : "file-system"}`,
  template: ARN,
};

/** EFS. */
export const elasticfilesystem: Service = {
  source: "elasticfilesystem.amazonaws.com",
  creations: [
    {
      event: "CreateFileSystem",
      type: "elasticfilesystem:file-system",
      priority: 2,
      id: "response.fileSystemId",
      arn: "response.fileSystemArn",
      template: ARN,
      tags: [list("request.tags")],
    },
    {
      event: "CreateAccessPoint",
      type: "elasticfilesystem:access-point",
      priority: 4,
      id: "response.accessPointId",
      arn: "response.accessPointArn",
      template: ARN,
      tags: [list("request.tags")],
    },
    untaggable("CreateMountTarget", "elasticfilesystem:mount-target", "response.mountTargetId"),
    untaggable(
      "CreateReplicationConfiguration",
      "elasticfilesystem:replication",
      "response.sourceFileSystemId",
    ),
  ],
  taggings: [
    ...tagCalls("TagResource", "UntagResource", NAMED, list("request.tags")),
    ...tagCalls("CreateTags", "DeleteTags", NAMED, list("request.tags")),
  ],
  endings: [
    ending("DeleteFileSystem", "request.fileSystemId", "elasticfilesystem:file-system", ARN),
    ending("DeleteAccessPoint", "request.accessPointId", "elasticfilesystem:access-point", ARN),
  ],
  liveTags: usualTags("elasticfilesystem", { gone: ["FileSystemNotFound", "AccessPointNotFound"] }),
  types: {
    "elasticfilesystem:file-system": onlyAsked(),
  },
};
