import { list, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Personalize. */
export const personalize: Service = {
  source: "personalize.amazonaws.com",
  creations: [
    named("CreateCampaign", "campaign", "campaign", 1),
    named("CreateRecommender", "recommender", "recommender", 1),
    named("CreateSolution", "solution", "solution", 2),
    byArn("CreateSolutionVersion", "solutionVersion", "solution-version", 1),
    job("CreateBatchInferenceJob", "batchInferenceJob", "batch-inference-job", 1),
    job("CreateBatchSegmentJob", "batchSegmentJob", "batch-segment-job", 1),
    job("CreateDatasetImportJob", "datasetImportJob", "dataset-import-job", 3),
    job("CreateDatasetExportJob", "datasetExportJob", "dataset-export-job", 3),
    named("CreateDatasetGroup", "datasetGroup", "dataset-group", 3),
    named("CreateDataset", "dataset", "dataset", 3),
    named("CreateEventTracker", "eventTracker", "event-tracker", 3),
    named("CreateFilter", "filter", "filter", 4),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
};

function byArn(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `personalize:${type}`,
    priority,
    arn: `response.${what}Arn`,
    tags: [list("request.tags")],
  };
}

function named(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return { ...byArn(event, what, type, priority), id: "request.name" };
}

function job(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return { ...byArn(event, what, type, priority), id: "request.jobName" };
}
