import { ending, list, tagResource, untaggable } from "../build.ts";
import { final, remediedBy, reversible, usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";

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
  endings: [
    gone("DeleteWorkGroup", "workgroup", "request.workGroup"),
    gone("DeleteCapacityReservation", "capacity-reservation", "request.name"),
    gone("DeleteDataCatalog", "datacatalog", "request.name"),
  ],
  others: ["CreatePresignedNotebookUrl"],
  liveTags: usualTags("athena"),
  types: {
    "athena:workgroup": remediedBy(
      reversible("athena:disable-workgroup", "UpdateWorkGroup", "model", "no query starts meanwhile", {
        undo: "UpdateWorkGroup",
        states: ["ENABLED"],
      }),
    ),
    "athena:capacity-reservation": remediedBy(
      final("athena:cancel-reservation", "CancelCapacityReservation", "model", "it cannot be used again", {
        states: ["ACTIVE"],
      }),
    ),
  },
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

function gone(event: string, type: string, id: Path): EndingRow {
  return ending(event, id, `athena:${type}`, "arn:{partition}:athena:{region}:{account}:{type}/{id}");
}
