import { ending, list, tagResource } from "../build.ts";
import { lossy, onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Redshift Serverless, whose ARNs hold ids where its calls hold names. */
export const redshiftServerless: Service = {
  source: "redshift-serverless.amazonaws.com",
  creations: [
    made("CreateWorkgroup", "workgroup", 2),
    made("CreateNamespace", "namespace", 3),
    made("CreateSnapshot", "snapshot", 4),
    made("ConvertRecoveryPointToSnapshot", "snapshot", 4),
    {
      event: "CreateEndpointAccess",
      type: "redshift-serverless:endpointaccess",
      priority: 4,
      id: "response.endpoint.endpointName",
      arn: "response.endpoint.endpointArn",
      taggable: false,
    },
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteWorkgroup", "response.workgroup.workgroupArn"),
    ending("DeleteNamespace", "response.namespace.namespaceArn"),
    ending("DeleteSnapshot", "response.snapshot.snapshotArn"),
  ],
  liveTags: usualTags("redshift-serverless"),
  types: {
    "redshift-serverless:workgroup": {
      readiness: readyIn(5, "AVAILABLE", "documented"),
      remedies: [
        lossy(
          "redshift-serverless:lower-capacity",
          "UpdateWorkgroup",
          "inferred",
          "queries slow down or fail; idle, it costs nothing anyway",
          { undo: "UpdateWorkgroup", states: ["AVAILABLE"] },
        ),
      ],
    },
    "redshift-serverless:namespace": onlyAsked(),
  },
};

function made(event: string, what: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `redshift-serverless:${what}`,
    priority,
    id: `response.${what}.${what}Name`,
    arn: `response.${what}.${what}Arn`,
    tags: [list("request.tags")],
  };
}
