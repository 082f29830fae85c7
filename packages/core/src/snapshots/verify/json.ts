import { jsonAbout } from "../render/json-about.ts";
import type { Verification } from "./verification.ts";

/** Renders what was proven of a snapshot as JSON. */
export function renderVerificationJson(verification: Verification): string {
  const { digest, holds, recomputed, proofs } = verification;
  return `${JSON.stringify({ ...jsonAbout(verification), digest, holds, recomputed, proofs }, null, 2)}\n`;
}
