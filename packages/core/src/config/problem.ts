import { TagledgerError } from "../errors.ts";

/** Where a value stands in the configuration, from its top: keys, and indexes of lists. */
export type ConfigPath = readonly (string | number)[];

/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong, by its place in the configuration's structure. */
export interface Flaw {
  readonly path: ConfigPath;
  readonly message: string;
  /** A warning lets the configuration load; left out, it is an error. */
  readonly severity?: "error" | "warning";
  /** The key that is wrong, in the mapping at the path; left out, what stands at the path is wrong. */
  readonly key?: string;
}

/** Something wrong, by its place in the file. */
export interface ConfigProblem extends Position {
  readonly path: ConfigPath;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/**
 * Writes a path as people write it.
 *
 * @example pathText(["pools", 0, "match", "tags", "aws:name"]) // 'pools[0].match.tags["aws:name"]'
 */
export function pathText(path: ConfigPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/**
 * Writes a problem as one line that editors and terminals can follow.
 *
 * @example describeProblem(problem, "tagledger.yaml") // 'tagledger.yaml:3:10: allocation: got "dirct", expected …'
 */
export function describeProblem({ line, column, path, message }: ConfigProblem, file: string): string {
  const place = path.length === 0 ? "" : `${pathText(path)}: `;
  return `${file}:${line}:${column}: ${place}${message}`;
}

/** The error that lists every problem of a configuration, one per line, and the place of the first. */
export function badConfiguration(problems: readonly ConfigProblem[], file: string): TagledgerError {
  const lines = problems.map((problem) => describeProblem(problem, file));
  const { line = 1, column = 1 } = problems[0] ?? {};
  return new TagledgerError("bad-configuration", lines.join("\n"), { file, line, column, problems: lines });
}

/** Orders problems as the file reads. */
export function byPosition(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Keeps the first problem of each line: a parser that has lost its way complains about the same thing again. */
export function onePerLine(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const byLine = new Map<number, ConfigProblem>();
  for (const problem of problems) if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
  return [...byLine.values()].sort(byPosition);
}
