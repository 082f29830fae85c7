import { arnIn, type Maker } from "../making.ts";
import { listed } from "../tag-shapes.ts";

/** A pipeline of steps. */
export const pipeline = named("Pipeline", "pipeline", ({ account }, name) => ({
  pipelineDisplayName: name,
  pipelineDefinition: '{"Version":"2020-12-01","Steps":[]}',
  roleArn: `arn:aws:iam::${account.id}:role/sagemaker-pipelines`,
}));

/** What runs are compared under. */
export const experiment = named("Experiment", "experiment", () => ({}));

/** The definition of features that are kept together. */
export const featureGroup = named("FeatureGroup", "feature-group", () => ({
  recordIdentifierFeatureName: "id",
  eventTimeFeatureName: "seen_at",
  featureDefinitions: [{ featureName: "id", featureType: "String" }],
}));

/** Where code of notebooks comes from. */
export const codeRepository = named("CodeRepository", "code-repository", () => ({
  gitConfig: { repositoryUrl: "https://github.com/quillmart/notebooks.git" },
}));

/** What runs when a notebook starts. */
export const lifecycleConfig = named(
  "NotebookInstanceLifecycleConfig",
  "notebook-instance-lifecycle-config",
  () => ({ onStart: [{ content: "IyEvYmluL2Jhc2gK" }] }),
);

// SageMaker names everything alike: CreatePipeline, pipelineName, pipelineArn, pipeline/…
function named(what: string, type: string, rest: (...of: Parameters<Maker>) => object): Maker {
  const field = what.charAt(0).toLowerCase() + what.slice(1);
  return (place, name) => {
    const arn = arnIn(place, "sagemaker", `${type}/${name}`);
    return {
      service: "sagemaker",
      name: `Create${what}`,
      target: arn,
      request: (tags) => ({ [`${field}Name`]: name, ...rest(place, name), ...listed(tags) }),
      response: { [`${field}Arn`]: arn },
    };
  };
}
