import { TEAMS } from "./amounts.ts";

const DIMENSIONS = `version: 1
tags:
  ml-team: { required: true }
  ml-project: { required: true }
  ml-workload-type: { required: true }
  ml-environment: { required: true }
  ml-experiment-id: {}
scope: { accounts: ["111122223333"] }
`;

/** The rules of the sample company. */
export const COMPANY_RULES = `${DIMENSIONS}teams: { ${TEAMS.map((team) => `${team}: {}`).join(", ")} }
pools:
  - { name: eks-gpu, match: { service: eks }, method: usage, metric: { gpu-hours: 1 }, idle: separate }
  - { name: datalake, match: { service: s3 }, method: usage, metric: { s3-byte-hours: 1 }, onMissingUsage: even }
  - { name: monitoring, match: { service: AmazonCloudWatch }, method: even }
  - { name: support, match: { service: AWSSupportEnterprise }, method: proportional, order: last }
`;

/** Rules by which every value of the tag is a team, whatever somebody wrote there. */
export const HOSTILE_RULES = `${DIMENSIONS}pools:
  - { name: credits, match: { service: s3 }, method: even }
`;

/** What was used of the pools: pool, team, metric, quantity. */
export const USAGE = [
  "eks-gpu,demand-forecasting,gpu-hours,1117.25",
  "eks-gpu,document-ai,gpu-hours,5065.5",
  "eks-gpu,fraud-detection,gpu-hours,1905",
  "eks-gpu,ml-platform,gpu-hours,505",
  "eks-gpu,personalization,gpu-hours,4154.75",
  "eks-gpu,capacity,gpu-hours,15000",
];
