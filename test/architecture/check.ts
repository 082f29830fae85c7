import { posix } from "node:path";
import { type Rule, rooms } from "./rules.ts";
import { isTest, type Link, packageOf, placeOf, roomOf, type SourceFile } from "./tree.ts";

/** One import (or file) that a rule forbids. */
export type Violation = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly target: string;
};

/** Everything in a tree that breaks a rule of the table or of the house's shape. */
export function check(files: readonly SourceFile[], rules: readonly Rule[]): Violation[] {
  const known = new Set(files.map((file) => file.path));
  return [
    ...files.flatMap((file) => misplaced(file)),
    ...files.flatMap((file) =>
      file.imports.flatMap((link) => {
        const names = [...forbidding(file, link, rules), ...malformed(file, link, known)];
        return names.map((rule) => ({
          rule,
          file: file.path,
          line: link.line,
          target: link.specifier ?? "",
        }));
      }),
    ),
    ...cycles(files),
  ];
}

function forbidding(file: SourceFile, link: Link, rules: readonly Rule[]): string[] {
  const place = placeOf(file.path);
  if (link.path !== null && roomOf(place) === roomOf(link.place)) return [];
  return rules
    .filter((rule) => within(place, rule.from) && !within(place, rule.except) && within(link.place, rule.of))
    .filter((rule) => !within(link.place, rule.may))
    .filter((rule) => !(link.typeOnly && within(link.place, rule.types)))
    .filter((rule) => !(isTest(file.path) && within(link.place, rule.tests)))
    .map((rule) => rule.name);
}

function within(place: string, prefixes: readonly string[] = []): boolean {
  return prefixes.some(
    (prefix) =>
      prefix === "*" || place === prefix || place.startsWith(prefix.endsWith(":") ? prefix : `${prefix}/`),
  );
}

function malformed(file: SourceFile, link: Link, known: ReadonlySet<string>): string[] {
  const names: string[] = [];
  if (link.specifier === null) names.push("imports-name-their-target");
  if (link.path === null) return names;
  const relative = link.specifier?.startsWith(".") === true;
  if (relative && packageOf(link.path) !== packageOf(file.path)) {
    names.push("relative-imports-stay-in-their-package");
  }
  // Data such as JSON or SQL is not in the list of sources and is looked after by the compiler.
  if (/^(\.\w*)?$|^\.[mc]?[jt]sx?$/.test(posix.extname(link.path)) && !known.has(link.path)) {
    names.push("imports-name-a-file");
  }
  if (link.reExport) names.push("no-re-exports");
  return names;
}

function misplaced({ path }: SourceFile): Violation[] {
  const names: string[] = [];
  if (!rooms.includes(roomOf(placeOf(path)))) names.push("files-live-in-a-known-room");
  if (/(^|\/)index\.\w+$/.test(path)) names.push("no-index-files");
  return names.map((rule) => ({ rule, file: path, line: 1, target: path }));
}

function cycles(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (file: SourceFile, trail: readonly string[]): void => {
    if (done.has(file.path)) return;
    const path = [...trail, file.path];
    for (const link of file.imports) {
      const next = byPath.get(link.path ?? "");
      if (next === undefined) continue;
      const start = path.indexOf(next.path);
      if (start < 0) visit(next, path);
      else {
        const target = [...path.slice(start), next.path].join(" -> ");
        found.push({ rule: "no-import-cycles", file: file.path, line: link.line, target });
      }
    }
    done.add(file.path);
  };
  for (const file of files) visit(file, []);
  return found;
}
