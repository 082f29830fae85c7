import type { TagMap } from "../../../catalog/tags.ts";
import type { Config } from "../../../config/definition.ts";
import { configOf } from "../../../config/testing/config-of.ts";
import type { State } from "../../lifecycle/standing.ts";
import type { Subject } from "../../subject.ts";
import { AT, makeSubject } from "../../testing/make-subject.ts";
import { type Judge, judge } from "../../verdict/judge.ts";
import type { PlanInput } from "../input.ts";

/** In milliseconds. */
export const HOUR = 3_600_000;

/** When a resource of these tests began to deviate, some hours before it is planned. */
export const DEVIANT_SINCE = AT - 48 * HOUR;

/** Tags of an instance in development that lack a team and a project, which nobody can infer. */
export const IN_DEV: TagMap = { "ml-workload-type": "inference", "ml-environment": "dev" };

/** A company of two teams with accounts for development and production, that enforces by these rules. */
export function enforcing(enforcement: string): Config {
  return configOf(`
tags:
  ml-team: { required: true, values: [fraud-detection, vision] }
  ml-project: { required: true, pattern: "[a-z0-9][a-z0-9-]{1,62}" }
  ml-workload-type: { required: true, values: [training, inference] }
  ml-environment: { required: true, values: [dev, staging, prod] }
dimensions: { team: [ml-team, team], project: ml-project, workload: ml-workload-type, environment: [ml-environment, env] }
normalize: { aliases: { ml-environment: { live: prod } } }
teams: { fraud-detection: { accounts: ["111122223333"] }, vision: { principals: ["arn:aws:iam::*:role/vision-*"] } }
enforcement:
  environments: { dev: { accounts: ["222233334444"] }, prod: { accounts: ["555566667777"] } }
${enforcement.replace(/^(?=.)/gm, "  ")}
`);
}

const judges = new WeakMap<Config, Judge>();

function judgeOf(config: Config): Judge {
  const known = judges.get(config) ?? judge(config);
  judges.set(config, known);
  return known;
}

/** What is said of a resource in these tests; all else is as for a new instance in development without an owner. */
export type Facts = Partial<Omit<PlanInput, "standing">> & {
  readonly tags?: TagMap;
  readonly subject?: Partial<Subject>;
  /** That of its verdict on live tags where it is absent. */
  readonly state?: State;
  readonly since?: number | null;
};

/** What a planner is given of a resource whose live tags were read after its grace. */
export function makeInput(config: Config, facts: Facts = {}): PlanInput {
  const { tags = IN_DEV, subject, state, since = DEVIANT_SINCE, ...given } = facts;
  const now = given.now ?? AT;
  const judgement = judgeOf(config).asOf(makeSubject({ tags, ...subject }), { final: true, now });
  return {
    standing: {
      state: state ?? judgement.verdict,
      judgement,
      since,
      due: null,
      needsRead: false,
      ended: null,
    },
    remedies: [{ name: "ec2:stop", class: "reversible" }],
    controller: null,
    created: DEVIANT_SINCE,
    foundBy: "event",
    history: { notifiedAt: null, quarantinedAt: [] },
    now,
    ...given,
  };
}
