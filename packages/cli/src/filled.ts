import { badInput } from "@tagledger/core/errors";

/**
 * What is given for an option, without blanks around it.
 *
 * @throws bad-input where that is nothing
 */
export function filled(option: string, text: string): string {
  const value = text.trim();
  if (value === "") throw badInput(`${option} "${text}": expected more than blanks`, { option, value: text });
  return value;
}
