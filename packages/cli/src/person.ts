import { userInfo } from "node:os";
import { badInput } from "@tagledger/core/errors";

/**
 * Who answers for what is done: whoever is named, else the user of this machine.
 *
 * @throws bad-input where nobody is
 */
export function personOf(named: string | undefined): string {
  const person = (named ?? userInfo().username).trim();
  if (person === "") throw badInput("--by: expected a name");
  return person;
}
