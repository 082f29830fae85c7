import { TagledgerError } from "../../errors.ts";
import { documentOf, type PolicyDocument, type Statement, sizeOf } from "./document.ts";

/** What IAM takes in a managed policy, without white space. */
export const LARGEST = 6_144;
/** As many as are attached to one role; IAM allows ten, and others may want to attach some. */
export const MOST = 8;

/**
 * Packs statements into as few documents as come out of putting each, the largest first, where it still fits. One that
 * is too large for any is written as several, each with a part of its calls or of its resources.
 *
 * @throws bad-configuration where they are more than a role takes, or one cannot be made to fit
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
    const message = `what the configuration permits takes ${documents.length} policies, of which a role takes ${most}: turn on fewer types, name fewer keys for the environment, or look after fewer accounts with one deployment`;
    throw new TagledgerError("bad-configuration", message, { policies: documents.length });
  }
  return documents.map((all) => documentOf(inOrder(all, parts)));
}

function partsOf(statement: Statement, largest: number): readonly Statement[] {
  const size = sizeOf(documentOf([statement]));
  if (size <= largest) return [statement];
  // The longer list is repeated in no part.
  const list = lengthOf(statement.Action) >= lengthOf(statement.Resource) ? "Action" : "Resource";
  if (statement[list].length < 2) throw tooLarge(statement, size, largest);
  const half = Math.ceil(statement[list].length / 2);
  return [
    ...partsOf({ ...statement, Sid: `${statement.Sid}a`, [list]: statement[list].slice(0, half) }, largest),
    ...partsOf({ ...statement, Sid: `${statement.Sid}b`, [list]: statement[list].slice(half) }, largest),
  ];
}

/** How much a list takes that can be parted; one that cannot takes nothing. */
function lengthOf(list: readonly string[]): number {
  return list.length < 2 ? 0 : JSON.stringify(list).length;
}

function tooLarge({ Sid, Action, Condition = {} }: Statement, size: number, largest: number): TagledgerError {
  const keys = Object.values(Condition).flatMap((values) => Object.keys(values));
  const limits = keys.length === 0 ? "" : `, most of it for ${keys.join(", ")}`;
  const message = `${Sid} (${Action.join(", ")}) takes ${size} characters, of which a policy takes ${largest}${limits}: name fewer keys, values or regions`;
  return new TagledgerError("bad-configuration", message, { statement: Sid, characters: size });
}

function inOrder(some: readonly Statement[], all: readonly Statement[]): readonly Statement[] {
  return all.filter((statement) => some.includes(statement));
}
