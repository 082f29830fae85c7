import { ACCOUNTS } from "./company/accounts.ts";
import { LAKE } from "./company/buckets.ts";
import { FEATURES } from "./company/tables.ts";
import { TEAMS, type Team } from "./company/teams.ts";

const { billing, training, production, development, data, documents } = ACCOUNTS;
const names = Object.values(TEAMS).map(({ name }) => name);
const ids = (...accounts: readonly { readonly id: string }[]) =>
  accounts.map(({ id }) => `"${id}"`).join(", ");

// A team that came with an account of its own owns what is in it, unless a tag says otherwise.
function teamEntry({ name, alias, prefix, costCenter, serving }: Team): string {
  return `  ${name}:
    costCenter: ${costCenter}
    email: [${prefix}-leads@quillmart.example]
    principals: ["arn:aws:iam::*:role/${prefix}-*"]
    aliases: [{ name: ${alias} }]${serving === documents ? `\n    accounts: [${ids(documents)}]` : ""}
`;
}

/** The company's `tagledger.yaml`. */
export function createConfig(): string {
  return `# Quillmart's rules: whose a charge is, and how what teams share is divided.
version: 1

# Each dimension is read from these tag keys; of several, the first that is not empty decides.
dimensions:
  team: [ml-team, team]
  project: ml-project
  workload: ml-workload-type
  environment: ml-environment
  experiment: ml-experiment-id

tags:
  ml-team: { required: true, values: [${names.join(", ")}] }
  ml-project: { required: true, pattern: "[a-z0-9][a-z0-9-]{1,62}" }
  ml-workload-type: { required: true, values: [training, inference, data-processing, notebook] }
  ml-environment: { required: true, values: [dev, staging, prod] }
  ml-experiment-id: { required: { when: { ml-workload-type: [training] } }, pattern: "exp-[0-9a-z]{4,}" }

# How values that people mistyped are read: FRAUD-DETECTION, "personalization ", Production.
normalize:
  case: lower
  trim: true
  aliases:
    ml-environment: { production: prod, development: dev, stage: staging }

# Principals and accounts say whose a charge is when no tag does.
teams:
${Object.values(TEAMS).map(teamEntry).join("")}
# The web shop's account is not ours to explain: it becomes one excluded total.
scope:
  accounts: [${ids(billing, training, production, development, data, documents)}]

# For what cannot be tagged; the first rule that matches wins.
assign:
  - match: { account: "${development.id}", service: bedrock }
    set: { team: ml-platform, project: model-access, workload: notebook, environment: dev }
    from: 2026-09-01
  - match: { resource: "arn:aws:s3:::quillmart-personalization-*" }
    set: { team: personalization, project: home-ranking, environment: prod }
  - match: { service: AWSGlue, account: "${data.id}" }
    set: { team: demand-forecasting, project: store-demand, workload: data-processing, environment: prod }
  - match: { service: "Tracewell Data Lineage" }
    set: { team: ml-platform, project: observability }

# Charges whose kind decides, whatever their tags: these follow what they relate to, or are shared.
policies:
  tax: follow
  credit: follow
  refund: follow
  discount: follow
  support: { pool: support }
  unusedCommitment: { pool: commitments }

# What teams share. A charge with a team's own tag stays with that team, except where includeTagged says otherwise;
# the rest goes to the first pool that matches. Pools are settled from top to bottom.
allocation: step-down
pools:
  # One class of machine in each pool, so that nobody pays for GPUs by using cores.
  - name: eks-gpu
    match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": "ml-*" }, usageType: "*BoxUsage:p5.*" }
    method: usage
    metric: { gpu-hours: 1 }
    idle: separate
  - name: eks-cpu
    match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": "ml-*" }, usageType: "*BoxUsage:m6i.*" }
    method: usage
    metric: { cpu-core-hours: 9, memory-gib-hours: 1 }
    idle: separate
  - name: eks-disks
    match: { service: AmazonEC2, tags: { "aws:eks:cluster-name": "ml-*" }, usageType: "*EBS:*" }
    method: follow
    of: [eks-gpu, eks-cpu]
  - name: eks-control
    match: { service: AmazonEKS }
    method: follow
    of: [eks-gpu, eks-cpu]
  - name: training-scratch
    match: { service: AmazonFSx, account: "${training.id}" }
    method: follow
    of: [eks-gpu]

  - name: datalake
    match: { service: AmazonS3, resource: ${LAKE}, usageType: "*TimedStorage*" }
    method: usage
    metric: { s3-byte-hours: 1 }
  - name: datalake-requests
    match: { service: AmazonS3, resource: ${LAKE}, usageType: "*Requests*" }
    method: follow
    of: [datalake]

  # It uses the cluster and the lake itself (pool:feature-store in the usage), so it comes after them.
  - name: feature-store
    match: { service: AmazonDynamoDB, resource: "arn:aws:dynamodb:*:*:table/${FEATURES}" }
    method: usage
    metric: { reads: 1, writes: 5 }
    onMissingUsage: previous

  # Tagged as the platform's, and still everybody's.
  - name: monitoring
    match: { service: AmazonCloudWatch, tags: { ml-team: ml-platform } }
    includeTagged: true
    method: even
    to: [${names.filter((name) => name !== "ml-platform").join(", ")}]
  - name: security
    match: { service: [AmazonGuardDuty, AWSConfig, AWSCloudTrail, awskms] }
    method: even
  - name: registry
    match: { service: AmazonECR }
    method: fixed
    shares:
      fraud-detection: "0.15"
      personalization: "0.3"
      demand-forecasting: "0.15"
      document-ai: "0.3"
      ml-platform: "0.1"

  # Settled after all others, in proportion to what each team then has.
  - name: network
    match:
      service: [AmazonEC2, AWSDataTransfer]
      usageType: ["*NatGateway*", "*DataTransfer*", "*AWS-Out-Bytes"]
      account: [${ids(training, production, data)}]
    method: proportional
    order: last
  - { name: commitments, method: proportional, order: last } # what Savings Plans and reservations left unused
  - { name: support, method: proportional, order: last }

# Nothing is enforced: findings are recorded, nobody is told, nothing is changed.
enforcement:
  since: 2026-09-01
  principals: ["arn:aws:iam::*:role/tagledger-*"]
  default: { mode: observe, grace: 1h }
  environments:
    dev: { accounts: [${ids(development)}] }
  production: [prod]
  # What is left alone, and until when.
  exemptions:
    - match:
        principal:
          - "arn:aws:iam::*:role/karpenter-controller"
          - "arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*"
      reason: nodes are shared, and what they cost follows the pods
      owner: ml-platform
      until: 2027-06-30
    - match: { type: "sagemaker:model-package" }
      reason: versions of a model carry the tags of their group
      owner: ml-platform
      until: 2027-06-30
    - match: { account: ${ids(development)}, resource: "*hackathon-2026-*" }
      reason: nobody had to tag in the week of the hackathon
      until: 2026-09-18

budgets:
  - { match: { team: fraud-detection }, monthly: "90000", alert: [0.8, 1.0] }
  - { match: { team: document-ai }, monthly: "350000", alert: [0.8, 1.0] }

# Who is mailed beside the teams: from whom, and all teams to the platform. On one machine nothing is sent unless you do.
notify:
  email: { from: finops@quillmart.example }
  fallback: { email: [finops@quillmart.example] }

bills: [{ path: bill }]
usage: [{ kind: csv, path: usage.csv }, { kind: csv, path: before/usage.csv }]
# Links in mail lead to the page that npm start serves on this machine.
reports: { currency: USD, timeZone: Europe/Berlin, emailDay: 3, url: "http://127.0.0.1:4180/" }
`;
}
