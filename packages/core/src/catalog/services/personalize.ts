import { ending, list, tagResource } from "../build.ts";
import { final, onlyAsked, remediedBy, reversible, usualTags } from "../build-facts.ts";
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
  endings: [
    ending("DeleteCampaign", "request.campaignArn"),
    ending("DeleteRecommender", "request.recommenderArn"),
    ending("DeleteSolution", "request.solutionArn"),
    ending("DeleteDatasetGroup", "request.datasetGroupArn"),
    ending("DeleteDataset", "request.datasetArn"),
    ending("DeleteEventTracker", "request.eventTrackerArn"),
    ending("DeleteFilter", "request.filterArn"),
  ],
  liveTags: usualTags("personalize"),
  types: {
    "personalize:campaign": remediedBy(
      final("personalize:delete-campaign", "DeleteCampaign", "model", "its solution can be deployed again", {
        states: ["ACTIVE"],
      }),
    ),
    "personalize:recommender": remediedBy(
      reversible(
        "personalize:stop-recommender",
        "StopRecommender",
        "model",
        "answers nothing and is not trained meanwhile",
        { undo: "StartRecommender", states: ["ACTIVE"] },
      ),
    ),
    "personalize:solution-version": remediedBy(
      final(
        "personalize:stop-training",
        "StopSolutionVersionCreation",
        "model",
        "does not resume, and is paid for so far",
        { states: ["CREATE PENDING", "CREATE IN_PROGRESS"] },
      ),
    ),
    "personalize:solution": onlyAsked(),
    "personalize:batch-inference-job": onlyAsked(),
    "personalize:batch-segment-job": onlyAsked(),
  },
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
