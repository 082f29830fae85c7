import { NARROWEST, WIDTH } from "../../reports/audit/tables.ts";
import { visible } from "../../text/visible.ts";
import { headLines } from "../render/head.ts";
import { wrapped } from "../render/wrapped.ts";
import type { Proof } from "./proof.ts";
import type { Verification } from "./verification.ts";

/** Renders what was proven of a snapshot as plain text, a line for each statement. */
export function renderVerificationText(
  verification: Verification,
  { width = WIDTH }: { readonly width?: number | undefined } = {},
): string {
  const room = Math.max(NARROWEST, width);
  const { holds, recomputed, proofs } = verification;
  const lines = [
    ...headLines(verification).flatMap((line) => wrapped(line, { width: room, indent: "  " })),
    "",
    ...proofs.flatMap((each) => proofLines(each, room)),
    "",
    ...wrapped(verdict(holds, recomputed), { width: room }),
  ];
  return `${lines.join("\n")}\n`;
}

function verdict(holds: boolean, recomputed: boolean): string {
  if (!holds) return "The snapshot does not hold.";
  return recomputed
    ? "The snapshot holds: it was recomputed from its bill, usage and configuration."
    : "Nothing contradicts the snapshot, but its bill is not kept any more, so that it was not recomputed.";
}

function proofLines({ states, holds, details }: Proof, width: number): string[] {
  const mark = holds === null ? "unknown" : holds ? "proven" : "WRONG";
  const lines =
    holds === true ? [`${states} (${details.join(", ")})`] : [states, ...details.map((each) => `  ${each}`)];
  return lines.flatMap((line, index) =>
    wrapped(`${(index === 0 ? mark : "").padEnd(9)}${visible(line)}`, { width, indent: " ".repeat(11) }),
  );
}
