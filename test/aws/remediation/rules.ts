/** In milliseconds. */
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000] as const;
/** When all stories begin: now, as the emulator dates what is made by the clock of the machine. */
export const START = Math.floor(Date.now() / 1000) * 1000;

const region = "eu-central-1";
/** An account of the environment dev. */
export const DEV = { account: "222233334444", region };
/** Another one. */
export const LAB = { account: "333344445555", region };
/** One of which nobody knows what it is. */
export const UNKNOWN = { account: "444455556666", region };

/** Does all that may be done, by all calls that can be taken back. */
export const EVERYTHING = `  default: { mode: [notify, repair, quarantine], grace: 1h, deadline: 4h }`;

/** The same where one rule allows remedies that lose something. */
export function allowing(...remedies: readonly string[]): string {
  const allow = `allow: [${remedies.map((remedy) => `"${remedy}"`).join(", ")}]`;
  return `${EVERYTHING}
  rules: [{ match: { environment: dev }, ${allow} }]`;
}

/** The configuration of a company of two teams, with what it says of enforcement. */
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
  environments: { dev: { accounts: ["${DEV.account}", "${LAB.account}"] } }
${enforcement}
`;
}

/** Whoever called in the role of a team, in an account. */
export function byRole(name: string, account: string = DEV.account) {
  return {
    userIdentity: {
      type: "AssumedRole",
      principalId: "AROAEXAMPLE:ines",
      arn: `arn:aws:sts::${account}:assumed-role/${name}/ines`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          arn: `arn:aws:iam::${account}:role/${name}`,
          accountId: account,
          userName: name,
        },
      },
    },
  };
}
