import { join } from "node:path";
import { inject } from "vitest";
import { bundle, FUNCTIONS } from "../functions/bundle.ts";
import type { Trigger } from "./trigger.ts";

const FOLDER = join(import.meta.dirname, "../../node_modules/.cache/tagledger/functions-lambda");

/** A function as the deployment describes it. */
export interface Deployed {
  readonly name: string;
  /** File and export below the folder. */
  readonly handler: string;
  /** Where its bundle is. */
  readonly folder: string;
  /** The names of the values that its environment has, and those that the deployment knows before it begins. */
  readonly environment: Readonly<Record<string, string>>;
  /** In seconds. */
  readonly timeout: number;
  /** In megabytes. */
  readonly memory: number;
  readonly trigger: Trigger;
}

declare module "vitest" {
  interface ProvidedContext {
    /** All functions, bundled. */
    readonly functions: readonly Deployed[];
  }
}

/** Bundles all functions. */
export async function deploy(): Promise<readonly Deployed[]> {
  await bundle(FOLDER);
  const environment = {
    AWS_ACCOUNT: "",
    TAGLEDGER_TABLE: "",
    TAGLEDGER_BUS: "",
    TAGLEDGER_CONFIG: "",
    TAGLEDGER_PLACES: "",
  };
  return FUNCTIONS.map((name) => ({
    name,
    handler: `${name}.handler`,
    folder: FOLDER,
    environment: name === "on-due" ? { ...environment, SLACK_WEBHOOK: "" } : environment,
    timeout: 120,
    memory: 512,
    trigger:
      name === "on-resource-event"
        ? { kind: "queue", batchSize: 10, reportsFailures: true, visibility: 720, deliveries: 5 }
        : { kind: "schedule", source: "aws.scheduler" },
  }));
}

/** A function by its name. */
export function deployedFunction(name: string): Deployed {
  const found = inject("functions").find((each) => each.name === name);
  if (found === undefined) throw new Error(`no function is called ${name}`);
  return found;
}
