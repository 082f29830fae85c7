import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CLIENTS = join(import.meta.dirname, "../../node_modules/@aws-sdk");
/** Where the command line calls a service otherwise than its client. */
const CALLED: Readonly<Record<string, string>> = { events: "eventbridge", s3api: "s3" };
/** What every command takes. */
const COMMON = ["output", "query", "region"];

/**
 * What is wrong with a line of the AWS CLI, held against the client of its service; null where it is right, or where there
 * is no such client here or the command is one of the CLI's own.
 *
 * @example wrongIn("aws sqs list-queues --queue-prefix x") // "ListQueues has no QueuePrefix"
 */
export function wrongIn(line: string): string | null {
  const [, service = "", command = ""] = line.split(/\s+/);
  const types = join(CLIENTS, `client-${CALLED[service] ?? service}`, "dist-types");
  if (!existsSync(types) || ["tail", "wait"].includes(command) || service === "s3") return null;
  const operation = pascal(command);
  const declared = join(types, `commands/${operation}Command.d.ts`);
  if (!existsSync(declared)) return `${service} has no ${operation}`;
  const [, streamed, plain = ""] =
    /CommandInputType = Omit<(\w+),|CommandInput extends (\w+)/.exec(readFileSync(declared, "utf8")) ?? [];
  const models = globSync("models/*.d.ts", { cwd: types })
    .map((file) => readFileSync(join(types, file), "utf8"))
    .join("\n");
  const [, members = ""] =
    new RegExp(`interface ${streamed ?? plain} \\{([\\s\\S]*?)^\\}`, "m").exec(models) ?? [];
  const unknown = [...line.matchAll(/\s--([a-z-]+)/g)]
    .map(([, option = ""]) => option)
    .filter((option) => !COMMON.includes(option))
    .map((option) => pascal(option.replace(/^no-/, "")))
    .find((member) => !new RegExp(`^\\s+${member}\\??:`, "mi").test(members));
  return unknown === undefined ? null : `${operation} has no ${unknown}`;
}

function pascal(words: string): string {
  return words.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
