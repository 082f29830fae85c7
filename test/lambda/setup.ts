import type { TestProject } from "vitest/node";
import { setup as startStores } from "../aws/local/setup.ts";
import { deploy } from "./deployed.ts";
import { installRuntimeClient } from "./runtime/client.ts";

/** Makes the runtime client and the bundles, and starts what the functions run against; gives back how that is stopped. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installRuntimeClient();
  project.provide("functions", await deploy());
  return startStores(project);
}
