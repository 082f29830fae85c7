import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actionOf } from "../aws/local/gate/action.ts";

const ADAPTERS = join(import.meta.dirname, "../../packages/adapters/src/aws");

/** Clients that are not called as their requests are signed for. */
const SIGNED_FOR: Readonly<Record<string, string>> = {
  "application-auto-scaling": "application-autoscaling",
  "auto-scaling": "autoscaling",
  "bedrock-agent": "bedrock",
  "cloudwatch-logs": "logs",
  efs: "elasticfilesystem",
  emr: "elasticmapreduce",
  "resource-groups-tagging-api": "tagging",
  "s3-control": "s3",
};

const IMPORT = /import\s+(?:type\s+)?\{([^}]*)\}\s*from\s*"@aws-sdk\/client-([a-z0-9-]+)"/g;
const OPERATION = /^(?:paginate(\w+)|(\w+)Command)$/;

/**
 * The permissions of all calls that the code in folders or files of the adapters may make, by what it imports of the SDK.
 *
 * @example adapterCalls("tagging/writers/sqs.ts") // ["sqs:TagQueue", "sqs:UntagQueue"]
 */
export function adapterCalls(...patterns: readonly string[]): readonly string[] {
  const files = globSync([...patterns], { cwd: ADAPTERS }).filter((file) => !/test(ing)?[./]/.test(file));
  if (files.length === 0) throw new Error(`no file is ${patterns}`);
  return [...new Set(files.flatMap((file) => callsIn(readFileSync(join(ADAPTERS, file), "utf8"))))].sort();
}

function callsIn(text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, names = "", client = ""]) =>
    names.split(",").flatMap((name) => {
      const [, paged, single] = OPERATION.exec(name.trim()) ?? [];
      const operation = paged ?? single;
      return operation === undefined ? [] : [actionOf(SIGNED_FOR[client] ?? client, operation)];
    }),
  );
}
