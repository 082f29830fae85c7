import { ending, list, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";
import { comprehendTypes } from "./comprehend-types.ts";

/** Comprehend. */
export const comprehend: Service = {
  source: "comprehend.amazonaws.com",
  creations: [
    byArn("CreateEndpoint", "document-classifier-endpoint", "endpointArn", 1),
    byArn("CreateDocumentClassifier", "document-classifier", "documentClassifierArn", 2),
    byArn("CreateEntityRecognizer", "entity-recognizer", "entityRecognizerArn", 2),
    byArn("CreateFlywheel", "flywheel", "flywheelArn", 2),
    job("StartDocumentClassificationJob", "document-classification-job"),
    job("StartDominantLanguageDetectionJob", "dominant-language-detection-job"),
    job("StartEntitiesDetectionJob", "entities-detection-job"),
    job("StartEventsDetectionJob", "events-detection-job"),
    job("StartKeyPhrasesDetectionJob", "key-phrases-detection-job"),
    job("StartPiiEntitiesDetectionJob", "pii-entities-detection-job"),
    job("StartSentimentDetectionJob", "sentiment-detection-job"),
    job("StartTargetedSentimentDetectionJob", "targeted-sentiment-detection-job"),
    job("StartTopicsDetectionJob", "topics-detection-job"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteEndpoint", "request.endpointArn"),
    ending("DeleteDocumentClassifier", "request.documentClassifierArn"),
    ending("DeleteEntityRecognizer", "request.entityRecognizerArn"),
    ending("DeleteFlywheel", "request.flywheelArn"),
  ],
  liveTags: usualTags("comprehend"),
  types: comprehendTypes,
};

function byArn(event: string, type: string, arn: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `comprehend:${type}`,
    priority,
    arn: `response.${arn}`,
    tags: [list("request.tags")],
  };
}

function job(event: string, type: string): Row {
  return { ...byArn(event, type, "jobArn", 2), id: "response.jobId" };
}
