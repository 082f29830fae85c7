import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { DeployedFunction } from "../stacks/graph/function-of.ts";
import { evaluateGraph, functionsOf } from "../stacks/graph.ts";
import { configured } from "./account/rules.ts";
import { type Trigger, triggerIn } from "./trigger.ts";

const HOME = join(import.meta.dirname, "../../node_modules/.cache/tagledger/lambda");

/** A function as the deployment describes it, with what it deploys. */
export interface Deployed {
  /** As its file is called: `on-due`. */
  readonly name: string;
  /** As Lambda calls it. */
  readonly deployedAs: string;
  /** File and export below the folder. */
  readonly handler: string;
  /** Where its bundle is. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** In seconds. */
  readonly timeout: number;
  /** In megabytes. */
  readonly memory: number;
  /** How what is written is kept. */
  readonly logFormat: "JSON" | "Text";
  readonly trigger: Trigger;
}

declare module "vitest" {
  interface ProvidedContext {
    /** All functions, bundled. */
    readonly functions: readonly Deployed[];
  }
}

/** Evaluates the deployment, which bundles all its functions. */
export async function deploy(): Promise<readonly Deployed[]> {
  const file = join(HOME, "tagledger.yaml");
  mkdirSync(HOME, { recursive: true });
  writeFileSync(file, configured("default: { mode: observe }"));
  const graph = await evaluateGraph({
    stage: "test",
    env: { TAGLEDGER_CONFIG_FILE: file, TAGLEDGER_TAGS: "ml-team=vision" },
    secrets: { SlackWebhook: "https://hooks.example.com/services/T0/B0/x" },
  });
  return functionsOf(graph).map((each) => ({
    name: each.source.replace(/^functions\/(.*)\.handler$/, "$1"),
    deployedAs: each.name,
    handler: each.handler,
    folder: each.folder,
    environment: each.environment,
    timeout: each.timeout,
    memory: each.memory,
    logFormat: logFormatOf(each),
    trigger: triggerIn(graph, each),
  }));
}

function logFormatOf({ resource }: DeployedFunction): Deployed["logFormat"] {
  const { logFormat = "Text" } = (resource.inputs.loggingConfig ?? {}) as { readonly logFormat?: string };
  return logFormat === "JSON" ? "JSON" : "Text";
}

/**
 * A function by its name.
 *
 * @throws Error where the deployment has none of that name
 */
export function deployedFunction(name: string): Deployed {
  const found = inject("functions").find((each) => each.name === name);
  if (found === undefined) throw new Error(`no function is called ${name}`);
  return found;
}
