import { cidr } from "./cidr.ts";
import { InvalidPattern } from "./invalid.ts";
import { isObject } from "./json.ts";
import { wildcard } from "./wildcard.ts";

/** Whether a text is matched. */
export type TextTest = (text: string) => boolean;

/** The operators that compare texts, by their names. */
export const textOperators: Readonly<Record<string, (operand: unknown) => TextTest>> = {
  prefix: (operand) => affix(operand, (text, end) => text.startsWith(end)),
  suffix: (operand) => affix(operand, (text, end) => text.endsWith(end)),
  "equals-ignore-case": (operand) => {
    const folded = fold(textOf(operand));
    return (text) => fold(text) === folded;
  },
  wildcard: (operand) => wildcard(textOf(operand)),
  cidr: (operand) => cidr(textOf(operand)),
};

function affix(operand: unknown, has: (text: string, end: string) => boolean): TextTest {
  if (!isObject(operand)) {
    const end = textOf(operand);
    return (text) => has(text, end);
  }
  const { "equals-ignore-case": end, ...more } = operand;
  if (Object.keys(more).length > 0) throw new InvalidPattern(`no end of a text: ${JSON.stringify(operand)}`);
  const folded = fold(textOf(end));
  return (text) => has(fold(text), folded);
}

function textOf(operand: unknown): string {
  if (typeof operand !== "string") throw new InvalidPattern(`no text: ${JSON.stringify(operand)}`);
  return operand;
}

function fold(text: string): string {
  return text.toLowerCase();
}
