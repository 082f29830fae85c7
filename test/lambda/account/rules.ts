import { MOTO_ACCOUNT } from "../../aws/local/moto.ts";

/** In milliseconds. */
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000] as const;

/** Does all that may be done, by all calls that can be taken back. */
export const EVERYTHING = "default: { mode: [notify, repair, quarantine], grace: 1h, deadline: 4h }";

/** The configuration of an account of two teams, with what it says of enforcement. */
export function configured(enforcement: string): string {
  return `version: 1
dimensions: { team: ml-team, environment: ml-environment }
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-environment: { values: [dev, staging, prod] }
teams:
  vision: { slack: "#vision", principals: ["arn:aws:iam::*:role/vision-*"] }
  ranking: { slack: "#ranking" }
notify: { slack: { webhook: "secret:SLACK_WEBHOOK" } }
enforcement:
  since: 2026-01-01
  environments: { dev: { accounts: ["${MOTO_ACCOUNT}"] } }
  ${enforcement}
`;
}
