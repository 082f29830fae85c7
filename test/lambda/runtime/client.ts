import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { requireTools } from "./tools.ts";

const HOME = join(import.meta.dirname, "..");
const FOLDER = join(HOME, "../../node_modules/.cache/tagledger/aws-lambda-ric");
/** What says what is installed. */
const FILES = ["package.json", "package-lock.json", ".npmrc"];
/** The package that carries this Node, with the headers that what is compiled for it needs. */
const NODE = `node-${process.platform}-${process.arch}`;

/** AWS's own runtime client, which asks Lambda for invocations and answers them. */
export interface RuntimeClient {
  readonly program: string;
  /** The Node that it was compiled for. */
  readonly node: string;
}

/** Where it is, once it was installed. */
export function runtimeClient(): RuntimeClient {
  return {
    program: join(FOLDER, "node_modules/aws-lambda-ric/index.mjs"),
    node: join(FOLDER, "node_modules", NODE, "bin/node"),
  };
}

/**
 * Installs the runtime client as its lockfile says, which compiles it and takes about a minute; what is there already stays.
 *
 * @throws Error that says what to install, or what npm printed
 */
export async function installRuntimeClient(): Promise<RuntimeClient> {
  const complete = join(FOLDER, "complete");
  const wanted = FILES.map((file) => readFileSync(join(HOME, file), "utf8")).join("");
  const client = runtimeClient();
  if (existsSync(complete) && readFileSync(complete, "utf8") === wanted) return client;
  requireTools();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(join(HOME, file), join(FOLDER, file));
  console.info("compiling AWS's runtime client, which takes about a minute, once");
  await install();
  for (const part of Object.values(client)) {
    if (!existsSync(part)) throw new Error(`npm ci in ${FOLDER} left no ${part}`);
  }
  writeFileSync(complete, wanted);
  return client;
}

/** Installs under the Node that runs the tests, by the headers of the one that is installed with it. */
async function install(): Promise<void> {
  const child = spawn("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...withoutNpm(process.env),
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      npm_config_nodedir: join(FOLDER, "node_modules", NODE),
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`npm ci in ${FOLDER} failed:\n${output}`);
}

/** What npm tells its scripts is about another folder. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const told = /^npm_(package|lifecycle|command|config_local_prefix)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.test(name)));
}
