import { list, tagResource } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service } from "../row.ts";

/** Transcribe, which names no ARNs. */
export const transcribe: Service = {
  source: "transcribe.amazonaws.com",
  creations: [
    made("StartTranscriptionJob", "transcription-job", "request.transcriptionJobName", 2),
    made(
      "StartMedicalTranscriptionJob",
      "medical-transcription-job",
      "request.medicalTranscriptionJobName",
      2,
    ),
    made("StartCallAnalyticsJob", "analytics", "request.callAnalyticsJobName", 2),
    made("CreateLanguageModel", "language-model", "request.modelName", 2),
    made("CreateVocabulary", "vocabulary", "request.vocabularyName", 4),
    made("CreateMedicalVocabulary", "medical-vocabulary", "request.vocabularyName", 4),
    made("CreateVocabularyFilter", "vocabulary-filter", "request.vocabularyFilterName", 4),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
};

function made(event: string, type: string, id: Path, priority: Row["priority"]): Row {
  return {
    event,
    type: `transcribe:${type}`,
    priority,
    id,
    template: "arn:{partition}:transcribe:{region}:{account}:{type}/{id}",
    tags: [list("request.tags")],
  };
}
