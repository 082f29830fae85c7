import type { TestProject } from "vitest/node";
import { requireJava } from "./java.ts";
import { motoPython } from "./moto.ts";
import { startDynamodb } from "./process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where DynamoDB Local answers. */
    readonly dynamodb: string;
  }
}

/** Starts what the tests run against, and gives back how it is stopped, for Vitest to do. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  requireJava();
  await motoPython();
  const { endpoint, stop } = await startDynamodb();
  project.provide("dynamodb", endpoint);
  return stop;
}
