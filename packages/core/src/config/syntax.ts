import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLError } from "yaml";

/** A fault in the YAML itself, by its offset in the text. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** Finds what keeps a YAML document from being a configuration, whatever its keys mean. */
export function syntaxFaults(document: Document.Parsed): SyntaxFault[] {
  // What the parser only warns of, such as an unknown tag, would change values silently.
  const told = [...document.errors, ...document.warnings].map((error) => ({
    offset: error.pos[0],
    message: worded(error, document),
  }));
  return told.length > 0 ? told : [...topFaults(document.contents), ...contentFaults(document)];
}

function topFaults(top: Node | null): SyntaxFault[] {
  if (top === null || (isScalar(top) && top.value === null)) {
    return [{ offset: 0, message: 'nothing is written here: expected at least "version: 1"' }];
  }
  if (isMap(top)) return [];
  const kind = isSeq(top) ? "a list" : "a single value";
  return [
    { offset: top.range?.[0] ?? 0, message: `got ${kind}, expected keys and values such as "version: 1"` },
  ];
}

function contentFaults(document: Document.Parsed): SyntaxFault[] {
  const faults: SyntaxFault[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      faults.push({
        offset: alias.range?.[0] ?? 0,
        message: `*${alias.source} has no anchor &${alias.source} before it`,
      });
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value === "__proto__") {
        faults.push({ offset: key.range?.[0] ?? 0, message: '"__proto__" cannot be a key' });
      }
    },
  });
  return faults;
}

function worded(error: YAMLError, document: Document.Parsed): string {
  switch (error.code) {
    case "DUPLICATE_KEY":
      return `the key ${keyAt(error.pos[0], document)} is written twice: expected it once`;
    case "MULTIPLE_DOCS":
      return "a second document begins here: expected one document in the file";
    case "TAB_AS_INDENT":
      return "a tab is used as indentation: expected spaces";
    case "NON_STRING_KEY":
      return "a list, a mapping or an alias is used as a key: expected text";
    case "RESOURCE_EXHAUSTION":
      return "values are nested too deeply to be read";
    default:
      return error.message;
  }
}

function keyAt(offset: number, document: Document.Parsed): string {
  let key = "";
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.range?.[0] === offset) key = `"${pair.key.value}"`;
    },
  });
  return key;
}
