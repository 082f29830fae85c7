import type { Mailed } from "@tagledger/core/flows/mail-month";
import { shortName } from "@tagledger/core/reports/mail/subject";
import { visible } from "@tagledger/core/text/visible";

const WORDS: Readonly<Record<Mailed["outcome"], string>> = {
  sent: "sent",
  again: "was sent before",
  busy: "is being sent by somebody else",
  unchanged: "says what the last one said, and was not sent",
  resting: "has a mail of the last days, and was not sent another",
  nobody: "has no address",
  failed: "was not taken",
};

/**
 * Says what became of a letter, in one line.
 *
 * @example mailedText(mailed) // "fraud-detection: sent to fraud-leads@example.com"
 */
export function mailedText({ team, outcome, to, left, problem }: Mailed): string {
  const whose = team === null ? "the platform" : shortName(team);
  const whom = outcome === "sent" || outcome === "failed" ? addresses(" to", to) : "";
  const why = problem === null ? "" : `: ${visible(problem)}`;
  const without = addresses("; not to", left);
  return `${whose}: ${WORDS[outcome]}${whom}${why}${without === "" ? "" : `${without}, where mail does not come`}`;
}

function addresses(before: string, some: readonly string[]): string {
  return some.length === 0 ? "" : `${before} ${some.map(visible).join(", ")}`;
}
