import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "vite";
import { readBillEnvironment } from "../../../functions/bill-environment.ts";
import { readEnvironment } from "../../../functions/environment.ts";
import { readMailEnvironment } from "../../../functions/mail-environment.ts";
import type { Bundle, Graph } from "../graph/types.ts";
import { functionsOf } from "../graph.ts";
import { ROOT } from "../platform.ts";
import type { Check } from "./check.ts";

/** What Lambda itself sets, and what of it a deployment must not. */
const OF_LAMBDA =
  /^(AWS_REGION|AWS_DEFAULT_REGION|AWS_LAMBDA_\w+|AWS_EXECUTION_ENV|_\w+|LAMBDA_\w+|TZ|PATH)$/;
/** What SST adds to every function. */
const OF_SST = /^SST_/;
/** Where all that functions are told is read. */
const READERS: Readonly<Record<string, (values: Record<string, string>) => unknown>> = {
  "functions/environment.ts": readEnvironment,
  "functions/bill-environment.ts": readBillEnvironment,
  "functions/mail-environment.ts": readMailEnvironment,
};

/** A function can read what it is told. */
export const environmentsAreWhole: Check = (graph) =>
  functionsOf(graph).flatMap(({ resource, environment, source }) => {
    const inputs = graph.bundles.find((each) => each.source === source)?.inputs ?? [];
    try {
      for (const read of readersIn(inputs)) read({ ...environment, AWS_REGION: graph.region });
      return [];
    } catch (error) {
      return [`${resource.name} does not start: ${error instanceof Error ? error.message : error}`];
    }
  });

/** A function is told nothing that it does not read, and everything that it reads where this deployment has it. */
export const environmentsAreRead: Check = (graph) => {
  const somewhere = new Set(functionsOf(graph).flatMap(({ environment }) => Object.keys(environment)));
  return functionsOf(graph).flatMap(({ resource, environment, source }) => {
    const bundle = graph.bundles.find((each) => each.source === source);
    if (bundle === undefined) return [`${resource.name} is not bundled`];
    const { read, demanded } = namesReadBy(bundle, graph);
    const told = Object.keys(environment).filter((name) => !OF_SST.test(name));
    return [
      ...told
        .filter((name) => OF_LAMBDA.test(name))
        .map((name) => `${resource.name} sets ${name}, which is Lambda's`),
      ...told.filter((name) => !read.has(name)).map((name) => `${resource.name} does not read ${name}`),
      ...[...read]
        .filter((name) => demanded.has(name) || somewhere.has(name))
        .filter((name) => !OF_LAMBDA.test(name) && !told.includes(name))
        .map((name) => `${resource.name} is not told ${name}`),
    ];
  });
};

/** The names that a bundle reads, and those of them that it cannot do without. */
function namesReadBy({ inputs, source }: Bundle, graph: Graph) {
  const ours = inputs.filter((path) => !path.includes("node_modules/"));
  const found = ours.map(namesInFile);
  const literal = found.flatMap(({ names }) => names);
  const secrets = found.some(({ isComputed }) => isComputed) ? secretsNamed(graph, source) : [];
  const asked = readersIn(ours).flatMap(namesAskedFor);
  return { read: new Set([...literal, ...secrets, ...asked]), demanded: new Set([...literal, ...secrets]) };
}

const known = new Map<string, ReturnType<typeof namesIn>>();

function namesInFile(path: string): ReturnType<typeof namesIn> {
  const names = known.get(path) ?? namesIn(readFileSync(join(ROOT, path), "utf8"), path);
  known.set(path, names);
  return names;
}

function readersIn(inputs: readonly string[]) {
  return Object.entries(READERS).flatMap(([path, read]) => (inputs.includes(path) ? [read] : []));
}

/** The names that a reader of the environment asks for: it is let run, and watched. */
function namesAskedFor(read: (values: Record<string, string>) => unknown): readonly string[] {
  const asked = new Set<string>();
  const watched = new Proxy<Record<string, string>>(
    {},
    {
      get(_, name) {
        if (typeof name === "string") asked.add(name);
        return undefined;
      },
      has: (_, name) => typeof name === "string" && asked.add(name) !== undefined,
    },
  );
  try {
    read(watched);
  } catch {
    // It misses everything.
  }
  return [...asked].filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name));
}

/** The members of `process.env` that a source names, and whether it also computes one. */
export function namesIn(
  text: string,
  path: string,
): { readonly names: readonly string[]; readonly isComputed: boolean } {
  const names: string[] = [];
  let isComputed = false;
  new Visitor({
    MemberExpression({ object, property, computed }) {
      const isEnvironment =
        object.type === "MemberExpression" &&
        object.object.type === "Identifier" &&
        object.object.name === "process" &&
        object.property.type === "Identifier" &&
        object.property.name === "env";
      if (!isEnvironment) return;
      if (!computed && property.type === "Identifier") names.push(property.name);
      else if (property.type === "Literal" && typeof property.value === "string") names.push(property.value);
      else isComputed = true;
    },
  }).visit(parseSync(path, text).program);
  return { names, isComputed };
}

/** Where usage is read secrets are tokens of its sources; elsewhere they are those of channels. */
const SECRETS_OF_USAGE = ["functions/allocate.handler"];

/** The secrets of the configuration which this deployment publishes, as far as a function needs them. */
function secretsNamed({ resources }: Graph, source: string): readonly string[] {
  const texts = resources.map(({ inputs }) => inputs.content).filter((text) => typeof text === "string");
  const named = SECRETS_OF_USAGE.includes(source)
    ? /\btoken"?:\s*"?secret:(\w+)/g
    : /\bwebhook"?:\s*"?secret:(\w+)/g;
  return texts.flatMap((text) => [...text.matchAll(named)].map(([, name]) => String(name)));
}
