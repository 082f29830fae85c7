import { type Path, type PathFunction, textReader } from "./path.ts";
import type { ArnTemplate, Where } from "./row.ts";
import { arnBuilder } from "./template.ts";

/** A path, what reads a text, paths of which the first counts, or what stands for itself. */
type Part = string | PathFunction | readonly Path[];

/**
 * The text at a path in lower case, as some services write names in their ARNs.
 *
 * @example lowerCase("request.endpointName")(view) // "ranking" of "Ranking"
 */
export function lowerCase(where: Where): PathFunction {
  const read = textReader(where);
  return (view) => read(view)?.toLowerCase() ?? null;
}

/**
 * The texts at several paths with slashes between them; null where one is missing. What is no path stands for itself.
 *
 * @example joined("index", "request.indexId", "data-source", "request.id")(view) // "index/i-1/data-source/d-1"
 */
export function joined(...parts: readonly Part[]): PathFunction {
  const readers = parts.map(readerOf);
  return (view) => {
    const texts = readers.map((read) => read(view));
    return texts.includes(null) ? null : texts.join("/");
  };
}

/**
 * The last part of a path, as in `/hostedzone/Z1`.
 *
 * @example lastPart("request.id")(view) // "Z1"
 */
export function lastPart(where: Where): PathFunction {
  const read = textReader(where);
  return (view) => read(view)?.split("/").pop() || null;
}

/**
 * A text that counts only where the call names nothing narrower, as a version of what the text names.
 *
 * @example unless("request.qualifier", "request.functionName")(view) // null where there is a qualifier
 */
export function unless(narrower: Where, where: Where): PathFunction {
  const [isNarrower, read] = [textReader(narrower), textReader(where)];
  return (view) => (isNarrower(view) === null ? read(view) : null);
}

/**
 * A text that counts only where the call is of one kind.
 *
 * @example given("request.changeSetType", "CREATE", "request.stackName")(view) // null for a change set that updates
 */
export function given(kind: Where, wanted: string, where: Where): PathFunction {
  const [readKind, read] = [textReader(kind), textReader(where)];
  return (view) => (readKind(view) === wanted ? read(view) : null);
}

/**
 * An ARN of several texts, where the event says them and not the ARN.
 *
 * @example arnOf("arn:{partition}:kendra:{region}:{account}:{id}", "index", "request.indexId")(view)
 * // "arn:aws:kendra:eu-central-1:111122223333:index/i-1"
 */
export function arnOf(template: ArnTemplate, ...parts: readonly Part[]): PathFunction {
  const [build, read] = [arnBuilder(template), joined(...parts)];
  return (view) => {
    const id = read(view);
    return id === null ? null : build(view.event, "", id);
  };
}

function readerOf(part: Part): PathFunction {
  if (typeof part !== "string") return textReader(part);
  return isPath(part) ? textReader(part) : () => part;
}

function isPath(text: string): text is Path {
  return /^(?:request|response|item)\./.test(text);
}
