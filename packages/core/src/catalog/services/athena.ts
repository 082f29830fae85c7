import { list, tagResource, untaggable } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Athena. */
export const athena: Service = {
  source: "athena.amazonaws.com",
  creations: [
    named("CreateWorkGroup", "workgroup", 2),
    named("CreateCapacityReservation", "capacity-reservation", 2),
    named("CreateDataCatalog", "datacatalog", 4),
    untaggable("StartSession", "athena:session", "response.sessionId"),
    untaggable("StartQueryExecution", "athena:query-execution", "response.queryExecutionId"),
    untaggable(
      "StartCalculationExecution",
      "athena:calculation-execution",
      "response.calculationExecutionId",
    ),
    untaggable("CreateNamedQuery", "athena:named-query", "response.namedQueryId"),
    untaggable("CreatePreparedStatement", "athena:prepared-statement", "request.statementName"),
    untaggable("CreateNotebook", "athena:notebook", "response.notebookId"),
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  others: ["CreatePresignedNotebookUrl"],
};

function named(event: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `athena:${type}`,
    priority,
    id: "request.name",
    template: "arn:{partition}:athena:{region}:{account}:{type}/{id}",
    tags: [list("request.tags")],
  };
}
