import type { Config } from "../../config/definition.ts";
import { configOf } from "../../config/testing/config-of.ts";

/** A company with teams, aliases, environments, rules and an exemption. */
export function company(): Config {
  return configOf(`
tags:
  ml-team: { required: true, values: [fraud-detection, vision, ml-platform] }
  ml-project: { required: true, pattern: "[a-z0-9][a-z0-9-]{1,62}" }
  ml-workload-type: { required: true, values: [training, inference, data-processing, notebook] }
  ml-environment: { required: true, values: [dev, staging, prod] }
  ml-experiment-id: { required: { when: { ml-workload-type: [training] } }, pattern: "exp-[0-9a-z]{4,}" }
dimensions: { team: [ml-team, team], project: ml-project, workload: ml-workload-type, environment: [ml-environment, env], experiment: ml-experiment-id }
normalize: { aliases: { ml-environment: { production: prod, development: dev } } }
teams:
  fraud-detection:
    email: [fraud-leads@example.com]
    principals: ["arn:aws:iam::*:role/fraud-*", "arn:aws:iam::*:user/ann"]
    accounts: ["111122223333"]
    aliases: [{ name: fraud }, { name: fd, until: 2026-09-15 }]
  vision: { principals: ["arn:aws:iam::*:role/vision-*"] }
enforcement:
  default: { grace: 1h }
  environments: { dev: { accounts: ["222233334444"], organizationalUnits: ["ou-dev-*"] } }
  rules: [{ match: { type: "sagemaker:*" }, grace: 2h }]
  exemptions: [{ match: { resource: "arn:aws:s3:::legacy-*" }, reason: migration, owner: ml-platform, until: 2026-12-31 }]
`);
}
