/** A shell variable without whose value the shell refuses to run the line. */
export type Variable = { readonly variable: string };

/** A word of a command line: texts, and variables between them. */
export type Word = readonly (string | Variable)[];

/** What no shell reads as anything else; some expand what follows a first = or ~. */
const PLAIN = /^[A-Za-z0-9_.,:/%+@-][A-Za-z0-9_.,:/=%+@-]*$/;

/**
 * Puts a word together; texts that follow each other become one, so that they are quoted as one.
 *
 * @example words("Value=", "vision") // ["Value=vision"]
 */
export function words(...parts: Word): Word {
  const word: (string | Variable)[] = [];
  for (const part of parts) {
    const last = word.at(-1);
    if (typeof part === "string" && typeof last === "string") word[word.length - 1] = last + part;
    else word.push(part);
  }
  return word;
}

/**
 * Writes a word so that a POSIX shell reads exactly it, whatever is in it.
 *
 * @example shellWord(["it's"]) // "'it'\\''s'"
 * @example shellWord(["Value=", { variable: "ML_PROJECT" }]) // 'Value="${ML_PROJECT:?}"'
 */
export function shellWord(word: Word): string {
  return word.map(quoted).join("") || "''";
}

/**
 * The variable that stands for the value of a tag.
 *
 * @example variableOf("ml-project") // { variable: "ML_PROJECT" }
 */
export function variableOf(key: string): Variable {
  const name = key.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  // Other names could be ones that the shell has a use for.
  return { variable: /^[A-Z]+_[A-Z0-9_]*$/.test(name) ? name : `TAG_${name}` };
}

function quoted(part: string | Variable): string {
  if (typeof part !== "string") return `"\${${part.variable}:?}"`;
  return part === "" || PLAIN.test(part) ? part : `'${part.replaceAll("'", "'\\''")}'`;
}
