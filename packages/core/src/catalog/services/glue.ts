import { ending, list, map, tagResource, untaggable } from "../build.ts";
import { final, lossy, onlyAsked, remediedBy, reversible, usualTags } from "../build-facts.ts";
import type { Row, Service, Where } from "../row.ts";

const ARN = "arn:{partition}:glue:{region}:{account}:{type}/{id}";

/** Glue, whose answers hold names and never ARNs. */
export const glue: Service = {
  source: "glue.amazonaws.com",
  creations: [
    named("CreateJob", "job", "response.name", 1),
    named("CreateSession", "session", "request.id", 1),
    named("CreateCrawler", "crawler", "request.name", 2),
    named("CreateDevEndpoint", "devEndpoint", "response.endpointName", 2),
    named("CreateMLTransform", "mlTransform", "response.transformId", 2),
    named("CreateTrigger", "trigger", "request.name", 4),
    named("CreateWorkflow", "workflow", "request.name", 4),
    named("CreateBlueprint", "blueprint", "request.name", 4),
    named("CreateUsageProfile", "usageProfile", "request.name", 4),
    named("CreateDataQualityRuleset", "dataQualityRuleset", "request.name", 4),
    named("CreateDatabase", "database", "request.databaseInput.name", 4),
    named("CreateConnection", "connection", "request.connectionInput.name", 4),
    {
      event: "CreateRegistry",
      type: "glue:registry",
      priority: 4,
      id: "request.registryName",
      arn: "response.registryArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateSchema",
      type: "glue:schema",
      priority: 4,
      id: "request.schemaName",
      arn: "response.schemaArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateIntegration",
      type: "glue:integration",
      priority: 4,
      id: "request.integrationName",
      arn: "response.integrationArn",
      tags: [list("request.tags")],
    },
    untaggable("CreateTable", "glue:table", "request.tableInput.name"),
    untaggable("CreatePartition", "glue:partition", "request.tableName"),
    untaggable("CreateUserDefinedFunction", "glue:userDefinedFunction", "request.functionInput.functionName"),
    untaggable("CreateSecurityConfiguration", "glue:securityConfiguration", "request.name"),
    untaggable("CreateClassifier", "glue:classifier", [
      "request.grokClassifier.name",
      "request.xMLClassifier.name",
      "request.jsonClassifier.name",
      "request.csvClassifier.name",
    ]),
    untaggable("StartJobRun", "glue:job-run", "response.jobRunId"),
    untaggable("StartWorkflowRun", "glue:workflow-run", "response.runId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tagsToAdd"), "request.tagsToRemove"),
  endings: [
    ending("DeleteJob", "request.jobName", "glue:job", ARN),
    ending("DeleteSession", "request.id", "glue:session", ARN),
    ending("DeleteCrawler", "request.name", "glue:crawler", ARN),
    ending("DeleteDevEndpoint", "request.endpointName", "glue:devEndpoint", ARN),
    ending("DeleteMLTransform", "request.transformId", "glue:mlTransform", ARN),
    ending("DeleteTrigger", "request.name", "glue:trigger", ARN),
    ending("DeleteWorkflow", "request.name", "glue:workflow", ARN),
    ending("DeleteBlueprint", "request.name", "glue:blueprint", ARN),
    ending("DeleteUsageProfile", "request.name", "glue:usageProfile", ARN),
    ending("DeleteDataQualityRuleset", "request.name", "glue:dataQualityRuleset", ARN),
    ending("DeleteDatabase", "request.name", "glue:database", ARN),
    ending("DeleteConnection", "request.connectionName", "glue:connection", ARN),
    ending("DeleteRegistry", "response.registryArn"),
    ending("DeleteSchema", "response.schemaArn"),
    ending("DeleteIntegration", "response.integrationArn"),
  ],
  others: [
    "StartCrawler",
    "StartCrawlerSchedule",
    "StartTrigger",
    "RunStatement",
    "BatchCreatePartition",
    "CreatePartitionIndex",
    "CreateScript",
    "PutDataCatalogEncryptionSettings",
  ],
  liveTags: usualTags("glue", { read: "GetTags", gone: ["EntityNotFoundException"] }),
  types: {
    "glue:job": remediedBy(final("glue:stop-job-runs", "BatchStopJobRun", "model", "runs do not resume")),
    "glue:session": remediedBy(
      final("glue:stop-session", "StopSession", "model", "what it holds in memory is lost", {
        states: ["READY"],
      }),
    ),
    "glue:crawler": remediedBy(
      reversible(
        "glue:stop-crawler-schedule",
        "StopCrawlerSchedule",
        "model",
        "starts no more by itself; what runs goes on",
        { undo: "StartCrawlerSchedule" },
      ),
      lossy("glue:stop-crawler", "StopCrawler", "model", "what is crawled starts over", {
        undo: "StartCrawler",
        states: ["RUNNING"],
      }),
    ),
    "glue:devEndpoint": remediedBy(
      final("glue:delete-dev-endpoint", "DeleteDevEndpoint", "model", "what lies on it is lost"),
    ),
    "glue:mlTransform": onlyAsked(),
  },
};

function named(event: string, type: string, id: Where, priority: Row["priority"]): Row {
  return { event, type: `glue:${type}`, priority, id, template: ARN, tags: [map("request.tags")] };
}
