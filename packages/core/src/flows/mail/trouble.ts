import type { MailTrouble } from "../../reports/mail/summary.ts";
import type { Draft } from "./letters.ts";

/** What the platform has to know of the mail of a team before it is sent. */
export function troubleOf({ team, to, left }: Draft): MailTrouble[] {
  const gone = left.flatMap(({ address, kind, at, why }): MailTrouble[] =>
    kind === "delayed" ? [] : [{ kind, team, address, at, why }],
  );
  return to.length === 0 && team !== null ? [...gone, { kind: "no-address", team }] : gone;
}
