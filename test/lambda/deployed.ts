import { inject } from "vitest";
import type { DeployedFunction } from "../stacks/graph/function-of.ts";
import type { Graph } from "../stacks/graph/types.ts";
import { functionsOf } from "../stacks/graph.ts";
import { graphOf } from "../stacks/scenarios.ts";
import { unpacked } from "./packaged.ts";
import { type Trigger, triggerIn } from "./trigger.ts";

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
  const graph = await graphOf("one account, acting");
  return functionsOf(graph).map((each) => ({
    name: each.source.replace(/^functions\/(.*)\.handler$/, "$1"),
    deployedAs: each.name,
    handler: each.handler,
    folder: folderOf(graph, each),
    environment: each.environment,
    timeout: each.timeout,
    memory: each.memory,
    logFormat: logFormatOf(each),
    trigger: triggerIn(graph, each),
  }));
}

function folderOf({ bundles }: Graph, { source, folder }: DeployedFunction): string {
  const bundle = bundles.find((each) => each.source === source);
  return bundle === undefined || Object.keys(bundle.install).length === 0 ? folder : unpacked(bundle);
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
