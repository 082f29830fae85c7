import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Evaluation } from "./graph/evaluate.ts";
import { type DeployedFunction, functionOf, ofType } from "./graph/function-of.ts";
import { bundleApp, bundleProgram } from "./graph/program.ts";
import { startRpc } from "./graph/rpc.ts";
import { run } from "./graph/run.ts";
import type { App, Graph, Resource } from "./graph/types.ts";
import { makePlatform, PLATFORM, ROOT } from "./platform.ts";

/** What a deployment is told. */
export interface GraphOptions {
  readonly stage: string;
  /** What would stand in `.env`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Values of `sst secret set`. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly region?: string;
}

/**
 * Evaluates `sst.config.ts` as SST does, with its real components, but with providers that only keep what they are asked
 * for. Needs no account and no network.
 *
 * @throws with what the deployment says where it would fail
 */
export async function evaluateGraph(options: GraphOptions): Promise<Graph> {
  const { stage, account = "111122223333", region = "eu-central-1", env = {}, secrets = {} } = options;
  await makePlatform();
  const key = keyOf(options);
  const work = join(ROOT, "node_modules/.cache/tagledger/graphs", key);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const told = { ...env, AWS_REGION: region, ...secretsInEnvironment(secrets) };
  // Beside SST's packages, which both import.
  const [appFile, program] = ["app", "program"].map((name) => join(PLATFORM, `tagledger-${name}-${key}.mjs`));
  const out = join(work, "resources.json");
  const rpc = await startRpc(account, work);
  try {
    await bundleApp(stage, String(appFile));
    const app: App = { ...(await readApp(String(appFile), told)), stage };
    await bundleProgram(app, work, String(program));
    const evaluation: Evaluation = { app, account, region, program: String(program), out };
    const words = [join(import.meta.dirname, "graph/evaluate.ts"), JSON.stringify(evaluation)];
    await run(words, { ...told, SST_SERVER: rpc.url, SST_AWS_REGION: region });
    const resources = JSON.parse(readFileSync(out, "utf8")) as readonly Resource[];
    return { app, account, region, resources, bundles: rpc.bundles };
  } finally {
    rpc.stop();
    for (const file of [appFile, program]) {
      rmSync(String(file), { force: true });
      rmSync(`${file}.map`, { force: true });
    }
  }
}

/**
 * All functions that a deployment would make, with their roles and what feeds them.
 *
 * @throws where a part of one is not in the graph
 */
export function functionsOf(graph: Graph): readonly DeployedFunction[] {
  return ofType(graph, "aws:lambda/function:Function").map((resource) => functionOf(graph, resource));
}

/** What a deployment of a stage is called and whether it is kept, without evaluating the rest. */
export async function appOf(stage: string): Promise<App> {
  await makePlatform();
  const file = join(PLATFORM, `tagledger-app-${keyOf({ stage })}.mjs`);
  try {
    await bundleApp(stage, file);
    return { ...(await readApp(file, {})), stage };
  } finally {
    for (const each of [file, `${file}.map`]) rmSync(each, { force: true });
  }
}

function keyOf(options: GraphOptions): string {
  return createHash("sha256")
    .update(JSON.stringify([process.pid, options]))
    .digest("hex")
    .slice(0, 16);
}

async function readApp(file: string, env: Readonly<Record<string, string>>): Promise<Omit<App, "stage">> {
  const program = `import(${JSON.stringify(pathToFileURL(file).href)}).then(async (m) => console.log(JSON.stringify(await m.default)))`;
  return JSON.parse(await run(["--input-type=module", "--eval", program], env));
}

function secretsInEnvironment(secrets: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`SST_SECRET_${name}`, value]));
}
