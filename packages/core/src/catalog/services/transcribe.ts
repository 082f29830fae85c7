import { ending, list, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";

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
  endings: [
    gone("DeleteTranscriptionJob", "transcription-job", "request.transcriptionJobName"),
    gone("DeleteMedicalTranscriptionJob", "medical-transcription-job", "request.medicalTranscriptionJobName"),
    gone("DeleteCallAnalyticsJob", "analytics", "request.callAnalyticsJobName"),
    gone("DeleteLanguageModel", "language-model", "request.modelName"),
    gone("DeleteVocabulary", "vocabulary", "request.vocabularyName"),
    gone("DeleteMedicalVocabulary", "medical-vocabulary", "request.vocabularyName"),
    gone("DeleteVocabularyFilter", "vocabulary-filter", "request.vocabularyFilterName"),
  ],
  liveTags: usualTags("transcribe", { gone: ["NotFoundException"] }),
  types: {
    "transcribe:transcription-job": onlyAsked(),
    "transcribe:medical-transcription-job": onlyAsked(),
    "transcribe:analytics": onlyAsked(),
    "transcribe:language-model": onlyAsked(),
  },
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

function gone(event: string, type: string, id: Path): EndingRow {
  return ending(event, id, `transcribe:${type}`, "arn:{partition}:transcribe:{region}:{account}:{type}/{id}");
}
