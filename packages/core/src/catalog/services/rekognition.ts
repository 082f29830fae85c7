import { map, tagResource, untaggable } from "../build.ts";
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
  others: ["StartProjectVersion", "StartStreamProcessor", "IndexFaces"],
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
