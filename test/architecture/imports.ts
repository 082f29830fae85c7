import { parseSync, Visitor } from "vite";

/** One import as written: `specifier` is null where the target is computed, so nobody can check it. */
export type Import = {
  readonly specifier: string | null;
  readonly line: number;
  /** Gone at run time: `import type`, `export type … from`, or an `import("…")` type. */
  readonly typeOnly: boolean;
  readonly reExport: boolean;
};

type Source = { readonly type: string; readonly start: number };

/** Reads every import of a source file: static, side effect, dynamic, `export … from`, type imports and `require`. */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: Import[] = [];
  const add = (source: Source | null | undefined, typeOnly: boolean, reExport = false): void => {
    if (!source) return;
    const line = text.slice(0, source.start).split("\n").length;
    found.push({ specifier: literalOf(source), line, typeOnly, reExport });
  };
  // An inline `import { type A }` still loads the module, so only the whole declaration counts as type-only.
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type", true),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type", true),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    TSExternalModuleReference: (node) => add(node.expression, false),
    CallExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "require") add(node.arguments[0], false);
    },
  }).visit(program);
  return found;
}

function literalOf(source: object): string | null {
  if ("value" in source && typeof source.value === "string") return source.value;
  if ("quasis" in source && Array.isArray(source.quasis) && source.quasis.length === 1) {
    return source.quasis[0].value.cooked;
  }
  return null;
}
