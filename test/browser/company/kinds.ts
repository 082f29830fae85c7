import type { Finding } from "@tagledger/core/tags/finding";

/** A type of resource of the sample company, and how its parts are written. */
export interface Kind {
  readonly type: string;
  readonly id: (number: number) => string;
  /** Of an id in an account. */
  readonly arn: (id: string, account: string) => string;
  /** The line that tags it, up to the tags. */
  readonly line: (id: string, arn: string) => string;
}

const REGION = "eu-central-1";
const hex = (number: number) => ((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, "0");

/** What the company creates. */
export const KINDS: readonly Kind[] = [
  {
    type: "ec2:instance",
    id: (number) => `i-0${hex(number)}${hex(number + 7)}`,
    arn: (id, account) => `arn:aws:ec2:${REGION}:${account}:instance/${id}`,
    line: (id) => `aws ec2 create-tags --resources ${id} --tags`,
  },
  {
    type: "sagemaker:training-job",
    id: (number) =>
      `graph-signals-pretrain-2026-09-${String((number % 28) + 1).padStart(2, "0")}-${hex(number)}`,
    arn: (id, account) => `arn:aws:sagemaker:${REGION}:${account}:training-job/${id}`,
    line: (_, arn) => `aws sagemaker add-tags --resource-arn ${arn} --tags`,
  },
  {
    type: "s3:bucket",
    id: (number) => `ml-features-${hex(number)}`,
    arn: (id) => `arn:aws:s3:::${id}`,
    line: (_, arn) => `aws s3control tag-resource --account-id 111122223333 --resource-arn ${arn} --tags`,
  },
  {
    type: "sagemaker:endpoint",
    id: (number) => `home-ranking-${number % 9}`,
    arn: (id, account) => `arn:aws:sagemaker:${REGION}:${account}:endpoint/${id}`,
    line: (_, arn) => `aws sagemaker add-tags --resource-arn ${arn} --tags`,
  },
  {
    type: "bedrock:provisioned-model",
    id: (number) => `support-summaries-${hex(number)}`,
    arn: (id, account) => `arn:aws:bedrock:${REGION}:${account}:provisioned-model/${id}`,
    line: (_, arn) => `aws bedrock tag-resource --resource-arn ${arn} --tags`,
  },
];

/** Findings that need a person, and the tags of the line that asks for their values. */
export const VIOLATIONS: readonly { readonly findings: readonly Finding[]; readonly tags: string }[] = [
  {
    findings: [
      {
        key: "ml-team",
        reason: "missing",
        actual: null,
        expected: "one of demand-forecasting, document-ai, fraud-detection, ml-platform, personalization",
      },
      { key: "ml-project", reason: "missing", actual: null, expected: "[a-z0-9][a-z0-9-]{1,62}" },
    ],
    tags: `Key=ml-team,Value="\${ML_TEAM:?}" Key=ml-project,Value="\${ML_PROJECT:?}"`,
  },
  {
    findings: [
      { key: "ml-experiment-id", reason: "pattern-mismatch", actual: "7", expected: "exp-[0-9a-z]{4,}" },
    ],
    tags: `Key=ml-experiment-id,Value="\${ML_EXPERIMENT_ID:?}"`,
  },
  {
    findings: [{ key: "ml-team", reason: "unknown-team", actual: "vision", expected: "a team" }],
    tags: `Key=ml-team,Value="\${ML_TEAM:?}"`,
  },
];

/** Findings whose right value is known, and the tags of the line that writes it. */
export const REPAIRABLE: readonly { readonly findings: readonly Finding[]; readonly tags: string }[] = [
  {
    findings: [{ key: "ml-environment", reason: "alias", actual: "production", expected: "prod" }],
    tags: "Key=ml-environment,Value=prod",
  },
  {
    findings: [
      { key: "ml-team", reason: "misspelt-key", actual: "ML_Team", expected: "ml-team" },
      { key: "ml-workload-type", reason: "not-normalized", actual: "Training ", expected: "training" },
    ],
    tags: "Key=ml-team,Value=fraud-detection Key=ml-workload-type,Value=training",
  },
];
