import { TagledgerError } from "../../errors.ts";
import { documentOf, type PolicyDocument, type Statement, sizeOf } from "./document.ts";

/** What IAM takes in a managed policy, without white space. */
export const LARGEST = 6_144;
/** As many as are attached to one role; IAM allows ten, and others may want to attach some. */
export const MOST = 8;

/**
 * Packs statements into as few documents as come out of putting each, the largest first, where it still fits. One that
 * is too large for any is written as several, each with a part of its calls.
 *
 * @throws bad-configuration where they are more than a role takes
 */
export function pack(
  statements: readonly Statement[],
  largest = LARGEST,
  most = MOST,
): readonly PolicyDocument[] {
  const parts = statements.flatMap((statement) => partsOf(statement, largest));
  const bySize = parts.toSorted((a, b) => sizeOf(documentOf([b])) - sizeOf(documentOf([a])));
  const documents: Statement[][] = [];
  for (const part of bySize) {
    const place = documents.find((all) => sizeOf(documentOf([...all, part])) <= largest);
    if (place === undefined) documents.push([part]);
    else place.push(part);
  }
  if (documents.length > most) {
    const message = `what the configuration permits takes ${documents.length} policies, of which a role takes ${most}: turn on fewer types, or name fewer keys for the environment`;
    throw new TagledgerError("bad-configuration", message, { policies: documents.length });
  }
  return documents.map((all) => documentOf(inOrder(all, parts)));
}

function partsOf(statement: Statement, largest: number): readonly Statement[] {
  if (sizeOf(documentOf([statement])) <= largest || statement.Action.length < 2) return [statement];
  const half = Math.ceil(statement.Action.length / 2);
  const [first, second] = [statement.Action.slice(0, half), statement.Action.slice(half)];
  return [
    ...partsOf({ ...statement, Sid: `${statement.Sid}a`, Action: first }, largest),
    ...partsOf({ ...statement, Sid: `${statement.Sid}b`, Action: second }, largest),
  ];
}

function inOrder(some: readonly Statement[], all: readonly Statement[]): readonly Statement[] {
  return all.filter((statement) => some.includes(statement));
}
