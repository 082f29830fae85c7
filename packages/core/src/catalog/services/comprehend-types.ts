import { final, foundBy, IMMEDIATE, remediedBy } from "../build-facts.ts";
import type { Remedy, TypeFacts } from "../type-facts.ts";

const PROCESSED = "what is processed is written; it does not resume";

/** Facts of the types of Comprehend: jobs end for good, and an endpoint cannot shrink to nothing. */
export const comprehendTypes: Readonly<Record<string, TypeFacts>> = {
  "comprehend:document-classifier-endpoint": {
    ...remediedBy(
      final("comprehend:delete-endpoint", "DeleteEndpoint", "model", "its model remains", {
        states: ["IN_SERVICE"],
      }),
    ),
    exists: foundBy("comprehend:DescribeEndpoint", ["ResourceNotFoundException"]),
  },
  "comprehend:document-classifier": training("DocumentClassifier", "classifier"),
  "comprehend:entity-recognizer": training("EntityRecognizer", "recognizer"),
  "comprehend:flywheel": {
    ...remediedBy(),
    exists: foundBy("comprehend:DescribeFlywheel", ["ResourceNotFoundException"]),
  },
  // These two cannot be stopped.
  "comprehend:document-classification-job": job("DocumentClassification"),
  "comprehend:topics-detection-job": job("TopicsDetection"),
  "comprehend:dominant-language-detection-job": job("DominantLanguageDetection", "language"),
  "comprehend:entities-detection-job": job("EntitiesDetection", "entities"),
  "comprehend:events-detection-job": job("EventsDetection", "events"),
  "comprehend:key-phrases-detection-job": job("KeyPhrasesDetection", "key-phrases"),
  "comprehend:pii-entities-detection-job": job("PiiEntitiesDetection", "pii-entities"),
  "comprehend:sentiment-detection-job": job("SentimentDetection", "sentiment"),
  "comprehend:targeted-sentiment-detection-job": job("TargetedSentimentDetection", "targeted-sentiment"),
};

function training(what: string, name: string): TypeFacts {
  const stop = final(`comprehend:stop-${name}-training`, `StopTraining${what}`, "model", "does not resume", {
    states: ["SUBMITTED", "TRAINING"],
  });
  return {
    ...remediedBy(stop),
    exists: foundBy(`comprehend:Describe${what}`, ["ResourceNotFoundException"]),
  };
}

function job(what: string, name?: string): TypeFacts {
  const stop = (named: string): Remedy =>
    final(`comprehend:stop-${named}-job`, `Stop${what}Job`, "model", PROCESSED, {
      states: ["SUBMITTED", "IN_PROGRESS"],
    });
  return {
    readiness: IMMEDIATE,
    remedies: name === undefined ? [] : [stop(name)],
    exists: foundBy(`comprehend:Describe${what}Job`, ["JobNotFoundException"]),
  };
}
