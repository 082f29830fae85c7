import { ending, map, tagResource, untaggable } from "../build.ts";
import { lossy, onlyAsked, remediedBy, reversible, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Rekognition. */
export const rekognition: Service = {
  source: "rekognition.amazonaws.com",
  creations: [
    made("CreateProject", "project", "request.projectName", "projectArn", 2),
    made("CreateProjectVersion", "version", "request.versionName", "projectVersionArn", 1),
    made("CreateStreamProcessor", "streamprocessor", "request.name", "streamProcessorArn", 2),
    {
      event: "CreateCollection",
      type: "rekognition:collection",
      priority: 3,
      id: "request.collectionId",
      template: "arn:{partition}:rekognition:{region}:{account}:collection/{id}",
      tags: [map("request.tags")],
    },
    untaggable("CreateUser", "rekognition:user", "request.userId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteProject", "request.projectArn"),
    ending("DeleteProjectVersion", "request.projectVersionArn"),
    ending(
      "DeleteStreamProcessor",
      "request.name",
      "rekognition:streamprocessor",
      "arn:{partition}:rekognition:{region}:{account}:streamprocessor/{id}",
    ),
    ending(
      "DeleteCollection",
      "request.collectionId",
      "rekognition:collection",
      "arn:{partition}:rekognition:{region}:{account}:collection/{id}",
    ),
  ],
  others: ["StartProjectVersion", "StartStreamProcessor", "IndexFaces"],
  liveTags: usualTags("rekognition"),
  types: {
    "rekognition:version": remediedBy(
      reversible("rekognition:stop-model", "StopProjectVersion", "model", "answers nothing meanwhile", {
        undo: "StartProjectVersion",
        states: ["RUNNING"],
      }),
    ),
    "rekognition:project": onlyAsked(),
    "rekognition:streamprocessor": remediedBy(
      lossy(
        "rekognition:stop-stream-processor",
        "StopStreamProcessor",
        "model",
        "what is filmed meanwhile is not looked at",
        { undo: "StartStreamProcessor", states: ["RUNNING"] },
      ),
    ),
  },
};

function made(
  event: string,
  type: string,
  id: `request.${string}`,
  arn: string,
  priority: Row["priority"],
): Row {
  return {
    event,
    type: `rekognition:${type}`,
    priority,
    id,
    arn: `response.${arn}`,
    tags: [map("request.tags")],
  };
}
