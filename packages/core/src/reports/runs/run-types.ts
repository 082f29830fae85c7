/**
 * What runs an experiment once, and then is over. What prepares data for it or judges its model is no run of its own, and
 * what starts several of these, as a tuning job does, would count them twice.
 */
const RUN_TYPES: ReadonlySet<string> = new Set([
  "sagemaker:training-job",
  "bedrock:model-customization-job",
  "batch:job",
  "batch:service-job",
  "emr-serverless:jobrun",
  "emr-containers:jobrun",
]);

/**
 * Whether resources of a type are runs.
 *
 * @example isRunType("sagemaker:training-job") // true
 */
export function isRunType(type: string): boolean {
  return RUN_TYPES.has(type);
}
