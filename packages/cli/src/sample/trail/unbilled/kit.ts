import { role } from "../making/access.ts";
import { agent, guardrail } from "../making/assistants.ts";
import { jobDefinition, jobQueue, repository, taskDefinition } from "../making/containers.ts";
import { bucket, crawler, database, sparkApplication, table, workgroup } from "../making/data.ts";
import { buildProject, deliveryPipeline } from "../making/delivery.ts";
import { httpApi, lambda, parameter, stateMachine } from "../making/functions.ts";
import { experiment, featureGroup, pipeline } from "../making/learning.ts";
import { queue, rule, scheduleGroup, topic } from "../making/messages.ts";
import { modelPackageGroup } from "../making/models.ts";
import { launchTemplate, securityGroup } from "../making/network.ts";
import { alarm, logGroup } from "../making/watching.ts";
import type { Maker } from "../making.ts";

/** One thing that projects have, what it is called, and where it belongs. */
export interface Piece {
  readonly make: Maker;
  readonly name: (project: string) => string;
  readonly where: "training" | "serving" | "data";
}

const piece = (where: Piece["where"], make: Maker, name: Piece["name"]): Piece => ({ where, make, name });

/** What projects have of things that cost nothing by themselves, and so are on no bill. */
export const KIT: readonly Piece[] = [
  piece("training", role, (project) => `${project}-sagemaker`),
  piece("training", repository, (project) => `ml/${project}`),
  piece("serving", logGroup, (project) => `/ml/${project}`),
  piece("data", database, (project) => project.replaceAll("-", "_")),
  piece("serving", queue, (project) => `${project}-scores`),
  piece("serving", lambda, (project) => `${project}-router`),
  piece("training", pipeline, (project) => `${project}-retraining`),
  piece("serving", topic, (project) => `${project}-drift`),
  piece("training", modelPackageGroup, (project) => `${project}-candidates`),
  piece("serving", alarm, (project) => `${project}-latency`),
  piece("data", bucket, (project) => `quillmart-${project}-staging`),
  piece("training", rule, (project) => `${project}-retrain-nightly`),
  piece("serving", stateMachine, (project) => `${project}-rollout`),
  piece("data", crawler, (project) => `${project}-events`),
  piece("training", securityGroup, (project) => `${project}-training`),
  piece("training", jobDefinition, (project) => `${project}-backfill`),
  piece("serving", table, (project) => `${project}-shadow`),
  piece("training", experiment, (project) => `${project}-2026q4`),
  piece("serving", taskDefinition, (project) => `${project}-canary`),
  piece("data", workgroup, (project) => `${project}-adhoc`),
  piece("training", buildProject, (project) => `${project}-image`),
  piece("serving", parameter, (project) => `/ml/${project}/api-key`),
  piece("training", featureGroup, (project) => `${project}-features`),
  piece("serving", httpApi, (project) => `${project}-scoring`),
  piece("serving", guardrail, (project) => `${project}-answers`),
  piece("training", launchTemplate, (project) => `${project}-gpu`),
  piece("training", jobQueue, (project) => `${project}-backfill`),
  piece("serving", scheduleGroup, (project) => `${project}-reports`),
  piece("training", deliveryPipeline, (project) => `${project}-models`),
  piece("data", sparkApplication, (project) => `${project}-spark`),
  piece("serving", agent, (project) => `${project}-helper`),
];
