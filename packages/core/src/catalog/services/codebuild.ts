import { list, untaggable } from "../build.ts";
import type { Row, Service } from "../row.ts";

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
  others: ["RetryBuild", "ImportSourceCredentials"],
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
