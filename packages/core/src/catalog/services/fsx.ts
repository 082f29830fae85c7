import { ending, list, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Of what has no parent: those of volumes and snapshots hold its id as well, which their deletion does not tell. */
const ARN = "arn:{partition}:fsx:{region}:{account}:{type}/{id}";

/** FSx. */
export const fsx: Service = {
  source: "fsx.amazonaws.com",
  creations: [
    made("CreateFileSystem", "fileSystem", "file-system", 1),
    made("CreateFileSystemFromBackup", "fileSystem", "file-system", 1),
    made("CreateFileCache", "fileCache", "file-cache", 1),
    made("CreateVolume", "volume", "volume", 2),
    made("CreateVolumeFromBackup", "volume", "volume", 2),
    made("CreateStorageVirtualMachine", "storageVirtualMachine", "storage-virtual-machine", 3),
    made("CreateBackup", "backup", "backup", 3),
    made("CopyBackup", "backup", "backup", 3),
    made("CreateSnapshot", "snapshot", "snapshot", 3),
    made("CreateDataRepositoryAssociation", "association", "association", 4),
    {
      ...made("CreateDataRepositoryTask", "dataRepositoryTask", "task", 4),
      id: "response.dataRepositoryTask.taskId",
    },
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  endings: [
    ending("DeleteFileSystem", "request.fileSystemId", "fsx:file-system", ARN),
    ending("DeleteFileCache", "request.fileCacheId", "fsx:file-cache", ARN),
    ending("DeleteBackup", "request.backupId", "fsx:backup", ARN),
  ],
  liveTags: usualTags("fsx", { gone: ["ResourceNotFound"] }),
  types: {
    "fsx:file-system": onlyAsked(),
    "fsx:file-cache": onlyAsked(),
    "fsx:volume": onlyAsked(),
  },
};

function made(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `fsx:${type}`,
    priority,
    id: `response.${what}.${what}Id`,
    arn: `response.${what}.resourceARN`,
    tags: [list("request.tags")],
  };
}
