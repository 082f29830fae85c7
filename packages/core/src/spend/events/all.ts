import type { RunningService } from "../running-row.ts";
import { ec2Running } from "./ec2.ts";
import { eksRunning } from "./eks.ts";
import { rdsRunning } from "./rds.ts";
import { sagemakerRunning } from "./sagemaker.ts";

/** Every service whose running resources are followed. */
export const runningServices: readonly RunningService[] = [
  ec2Running,
  eksRunning,
  rdsRunning,
  sagemakerRunning,
];
