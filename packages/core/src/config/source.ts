import { type Document, isCollection, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { beginOf, find, offsetOf, resolved } from "./node-at.ts";
import { type ConfigPath, type ConfigProblem, type Flaw, onePerLine, type Position } from "./problem.ts";
import { type SyntaxFault, syntaxFaults } from "./syntax.ts";

/** A scalar of the file: its value, and how it is written. */
export interface Written {
  readonly value: unknown;
  readonly text: string;
}

/** A collection of the file, in words. */
export type Collection = `${"a" | "an empty"} ${"list" | "mapping"}`;

/** The YAML text of a configuration, with the place of everything in it. */
export interface Source {
  /** The plain values, or undefined where `problems` says why there are none. */
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  /** What stands at a path, or undefined where the file has nothing there. */
  at(path: ConfigPath): Written | Collection | undefined;
  /** The place of what stands at a path, or undefined where the file has nothing there. */
  positionOf(path: ConfigPath): Position | undefined;
  /** A flaw with its place; what is missing is placed where the nearest thing around it stands. */
  locate(flaw: Flaw): ConfigProblem;
}

/** Reads the YAML text of a configuration; it never throws. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    prettyErrors: false,
    // Keys are text as it is written: 007 stays 007.
    stringKeys: true,
    resolveKnownTags: false,
  });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const positionOf = (path: ConfigPath): Position | undefined => {
    const found = find(document, path);
    return found && positionAt(offsetOf(found));
  };
  const { value, faults } = readValue(document);
  return {
    value,
    problems: onePerLine(
      faults.map(({ offset, message }) => ({ ...positionAt(offset), path: [], message, severity: "error" })),
    ),
    at(path) {
      const node = resolved(document, find(document, path)?.node);
      if (isScalar(node)) return { value: node.value, text: node.source ?? "" };
      if (!isCollection(node)) return undefined;
      return `${node.items.length === 0 ? "an empty" : "a"} ${isSeq(node) ? "list" : "mapping"}`;
    },
    positionOf,
    locate({ path, message, severity = "error", key }) {
      const written = key === undefined ? undefined : find(document, [...path, key])?.key;
      const position = written === undefined ? around(path, positionOf) : positionAt(beginOf(written));
      return { ...position, path, message, severity };
    },
  };
}

function readValue(document: Document.Parsed): { value: unknown; faults: readonly SyntaxFault[] } {
  const faults = syntaxFaults(document);
  if (faults.length > 0) return { value: undefined, faults };
  try {
    return { value: document.toJS(), faults };
  } catch {
    // The library guards against aliases of aliases that would unfold without end.
    return {
      value: undefined,
      faults: [{ offset: 0, message: "aliases repeat too much: write the values out" }],
    };
  }
}

function around(path: ConfigPath, positionOf: (path: ConfigPath) => Position | undefined): Position {
  for (let length = path.length; length >= 0; length--) {
    const position = positionOf(path.slice(0, length));
    if (position !== undefined) return position;
  }
  return { line: 1, column: 1 };
}
