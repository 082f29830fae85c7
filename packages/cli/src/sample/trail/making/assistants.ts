import { createRandom } from "../../random.ts";
import { arnIn, type Maker } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A guardrail, of whose words the log says nothing. */
export const guardrail: Maker = (place, name) => {
  const guardrailId = createRandom(name).text(12, CAPITALS).toLowerCase();
  const guardrailArn = arnIn(place, "bedrock", `guardrail/${guardrailId}`);
  return {
    service: "bedrock",
    name: "CreateGuardrail",
    target: guardrailArn,
    request: (tags) => ({
      name,
      blockedInputMessaging: "HIDDEN_DUE_TO_SECURITY_REASONS",
      blockedOutputsMessaging: "HIDDEN_DUE_TO_SECURITY_REASONS",
      ...listed(tags),
    }),
    response: { guardrailId, guardrailArn, version: "DRAFT" },
  };
};

/** A prompt that is kept, of whose text and tags the log says nothing. */
export const prompt: Maker = (place, name) => {
  const id = createRandom(name).text(10, CAPITALS);
  const arn = arnIn(place, "bedrock", `prompt/${id}`);
  return {
    service: "bedrock",
    name: "CreatePrompt",
    target: arn,
    request: () => ({
      name,
      variants: "HIDDEN_DUE_TO_SECURITY_REASONS",
      tags: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
    response: { id, arn, name, version: "DRAFT" },
  };
};

/** An agent, which writes its tags as a map. */
export const agent: Maker = (place, agentName) => {
  const agentId = createRandom(agentName).text(10, CAPITALS);
  const agentArn = arnIn(place, "bedrock", `agent/${agentId}`);
  return {
    service: "bedrock",
    name: "CreateAgent",
    target: agentArn,
    request: (tags) => ({ agentName, instruction: "HIDDEN_DUE_TO_SECURITY_REASONS", ...mapped(tags) }),
    response: { agent: { agentId, agentName, agentArn, agentStatus: "CREATING" } },
  };
};

/** A list of words that a transcription is to know. */
export const vocabulary: Maker = (place, vocabularyName) => ({
  service: "transcribe",
  name: "CreateVocabulary",
  target: arnIn(place, "transcribe", `vocabulary/${vocabularyName}`),
  request: (tags) => ({ vocabularyName, languageCode: "en-US", ...listed(tags) }),
  response: { vocabularyName, languageCode: "en-US", vocabularyState: "PENDING" },
});

/** A collection of faces, of which there are none yet. */
export const collection: Maker = (place, collectionId) => {
  const collectionArn = arnIn(place, "rekognition", `collection/${collectionId}`);
  return {
    service: "rekognition",
    name: "CreateCollection",
    target: collectionArn,
    request: (tags) => ({ collectionId, ...mapped(tags) }),
    response: { statusCode: 200, collectionArn, faceModelVersion: "7.0" },
  };
};

/** A group of data sets for recommendations. */
export const datasetGroup: Maker = (place, name) => {
  const datasetGroupArn = arnIn(place, "personalize", `dataset-group/${name}`);
  return {
    service: "personalize",
    name: "CreateDatasetGroup",
    target: datasetGroupArn,
    request: (tags) => ({ name, ...listed(tags) }),
    response: { datasetGroupArn },
  };
};
