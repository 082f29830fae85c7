import type { core } from "zod/mini";
import type { ConfigPath, Flaw } from "./problem.ts";
import type { Source } from "./source.ts";
import { didYouMean, suggest } from "./suggestion.ts";

const EMPTY: Readonly<Record<string, string>> = {
  "a mapping": " ({} for an empty one)",
  "a list": " ([] for an empty one)",
};

/** Says in words what a configuration has instead of what its definition expects, issue by issue. */
export function explain(issues: readonly core.$ZodIssue[], source: Source, above: ConfigPath = []): Flaw[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => unknownKey(key, path, issue.message));
      case "invalid_key":
        return [{ path: path.slice(0, -1), key: "", message: `got the key "", expected ${issue.message}` }];
      case "invalid_union": {
        const branch = branchMeant(issue.errors);
        if (branch !== undefined) return explain(branch, source, path);
      }
    }
    return [{ path, message: mismatch(issue, source.at(path)) }];
  });
}

function unknownKey(key: string, path: ConfigPath, known: string): Flaw {
  return { path, key, message: `unknown key ${JSON.stringify(key)}${suggest(key, known.split(", "))}` };
}

/** The only branch of a union whose outer shape the value has, if there is one: its issues help most. */
function branchMeant(branches: readonly core.$ZodIssue[][]): core.$ZodIssue[] | undefined {
  const isOutside = ({ path, code }: core.$ZodIssue) => path.length === 0 && code !== "unrecognized_keys";
  const entered = branches.filter((issues) => !issues.some(isOutside));
  const known = entered.filter((issues) => !issues.some(({ code }) => code === "unrecognized_keys"));
  return [entered, known].find(({ length }) => length === 1)?.[0];
}

function mismatch(issue: core.$ZodIssue, found: ReturnType<Source["at"]>): string {
  const wanted = issue.message;
  if (found === undefined) return `missing: expected ${wanted}`;
  if (typeof found === "string") return `got ${found}, expected ${wanted}`;
  const { value, text } = found;
  if (value === null) {
    return `nothing is written here: expected ${wanted}${EMPTY[wanted] ?? ""}, or no key at all`;
  }
  if (typeof value === "string") {
    return `got ${shown(value)}, expected ${wanted}${didYouMean(value, choices(issue))}`;
  }
  const got = typeof value === "boolean" ? text : `the number ${text}`;
  // YAML reads an account id as a number and drops its leading zeros.
  const hint = wanted.startsWith("text") ? `: quote it, as "${text}"` : "";
  return `got ${got}, expected ${wanted}${hint}`;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

function choices(issue: core.$ZodIssue): string[] {
  if (issue.code === "invalid_value") return issue.values.filter((value) => typeof value === "string");
  if (issue.code !== "invalid_union" || issue.inclusive === false) return [];
  return issue.options?.map(String) ?? issue.errors.flat().flatMap(choices);
}
