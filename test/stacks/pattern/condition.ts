import { anythingBut } from "./anything-but.ts";
import { InvalidPattern } from "./invalid.ts";
import { isLeaf, isObject, type Leaf } from "./json.ts";
import { numeric } from "./numeric.ts";
import { textOperators } from "./text-operators.ts";

/** What one entry of a field's list asks of the field. */
export interface Condition {
  /** Whether it holds where the field is not there. */
  readonly absent: boolean;
  /** Whether it holds for a value of the field. */
  readonly holds: (value: Leaf) => boolean;
}

/**
 * Reads one entry of a field's list.
 *
 * @example condition({ prefix: "Create" }).holds("CreateVpc") // true
 * @throws InvalidPattern where there is no such operator, or it does not take what it is given
 */
export function condition(entry: unknown): Condition {
  if (isLeaf(entry)) return present((value) => value === entry);
  if (!isObject(entry)) throw new InvalidPattern(`no condition: ${JSON.stringify(entry)}`);
  const [[name, operand] = ["", null], ...more] = Object.entries(entry);
  if (more.length > 0) throw new InvalidPattern(`several operators in one: ${JSON.stringify(entry)}`);
  if (name === "exists") return existence(operand);
  if (name === "anything-but") return present(anythingBut(operand));
  if (name === "numeric") {
    const holds = numeric(operand);
    return present((value) => typeof value === "number" && holds(value));
  }
  const operator = Object.hasOwn(textOperators, name) ? textOperators[name] : undefined;
  if (operator === undefined) throw new InvalidPattern(`no operator: ${name}`);
  const holds = operator(operand);
  return present((value) => typeof value === "string" && holds(value));
}

function existence(operand: unknown): Condition {
  if (typeof operand !== "boolean") throw new InvalidPattern("exists is true or false");
  return { absent: !operand, holds: () => operand };
}

function present(holds: Condition["holds"]): Condition {
  return { absent: false, holds };
}
