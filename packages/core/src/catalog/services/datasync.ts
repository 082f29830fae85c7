import { ending, list, tagResource } from "../build.ts";
import { final, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** DataSync. */
export const datasync: Service = {
  source: "datasync.amazonaws.com",
  creations: [
    byArn("CreateTask", "task", "taskArn", 3),
    byArn("CreateAgent", "agent", "agentArn", 4),
    byArn("CreateLocationS3", "location", "locationArn", 4),
    byArn("CreateLocationEfs", "location", "locationArn", 4),
    byArn("CreateLocationNfs", "location", "locationArn", 4),
    byArn("CreateLocationSmb", "location", "locationArn", 4),
    byArn("CreateLocationHdfs", "location", "locationArn", 4),
    byArn("CreateLocationFsxLustre", "location", "locationArn", 4),
    byArn("CreateLocationFsxOntap", "location", "locationArn", 4),
    byArn("CreateLocationFsxOpenZfs", "location", "locationArn", 4),
    byArn("CreateLocationFsxWindows", "location", "locationArn", 4),
    byArn("CreateLocationObjectStorage", "location", "locationArn", 4),
    byArn("CreateLocationAzureBlob", "location", "locationArn", 4),
    byArn("StartTaskExecution", "task-execution", "taskExecutionArn", 3),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags"), "request.keys"),
  endings: [
    ending("DeleteTask", "request.taskArn"),
    ending("DeleteAgent", "request.agentArn"),
    ending("DeleteLocation", "request.locationArn"),
  ],
  liveTags: usualTags("datasync", { gone: [] }),
  types: {
    "datasync:task-execution": remediedBy(
      final(
        "datasync:cancel-execution",
        "CancelTaskExecution",
        "model",
        "files may be left incomplete until the task runs again",
      ),
    ),
  },
};

function byArn(event: string, type: string, arn: string, priority: Row["priority"]): Row {
  return { event, type: `datasync:${type}`, priority, arn: `response.${arn}`, tags: [list("request.tags")] };
}
