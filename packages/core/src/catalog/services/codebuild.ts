import { ending, list, untaggable } from "../build.ts";
import { onlyAsked } from "../build-facts.ts";
import type { Row, Service, TaggingRow } from "../row.ts";

/** CodeBuild, where tags come with updates rather than with calls of their own. */
export const codebuild: Service = {
  source: "codebuild.amazonaws.com",
  creations: [
    made("CreateProject", "project", "project", 3),
    made("CreateFleet", "fleet", "fleet", 2),
    made("CreateReportGroup", "reportGroup", "report-group", 4),
    untaggable("StartBuild", "codebuild:build", "response.build.id"),
    untaggable("StartBuildBatch", "codebuild:build-batch", "response.buildBatch.id"),
    untaggable("CreateWebhook", "codebuild:webhook", "request.projectName"),
  ],
  taggings: [
    updated("UpdateProject", "project"),
    updated("UpdateFleet", "fleet"),
    updated("UpdateReportGroup", "reportGroup"),
  ],
  endings: [
    ending(
      "DeleteProject",
      "request.name",
      "codebuild:project",
      "arn:{partition}:codebuild:{region}:{account}:project/{id}",
    ),
    ending("DeleteFleet", "request.arn"),
    ending("DeleteReportGroup", "request.arn"),
  ],
  others: ["RetryBuild", "ImportSourceCredentials"],
  types: {
    "codebuild:fleet": onlyAsked(),
  },
};

function made(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `codebuild:${type}`,
    priority,
    id: `response.${what}.name`,
    arn: `response.${what}.arn`,
    tags: [list("request.tags")],
  };
}

/** The tags of an update are all that there are afterwards. */
function updated(event: string, what: string): TaggingRow {
  return {
    event,
    resources: [{ at: [`response.${what}.arn`, "request.arn"] }],
    replaces: [list("request.tags")],
    mayHoldNone: true,
  };
}
