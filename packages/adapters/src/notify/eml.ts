import { nodeHash } from "../node/hash.ts";
import type { Mail } from "./email.ts";

const LINE = 76;
/** An encoded word may be 75 characters long; this many bytes become 60. */
const WORD_BYTES = 45;
const PLAIN = /^[ -~]*$/;

/**
 * A mail as RFC 5322 has it, with CRLF at the end of each line.
 *
 * @example mailText(mail).split("\r\n")[0] // "From: finops@example.com"
 */
export function mailText({ id, at, from, to, subject, text }: Mail): string {
  const body = Buffer.from(text.replaceAll("\n", "\r\n"), "utf8").toString("base64");
  return [
    `From: ${from}`,
    `To: ${to.join(",\r\n ")}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${nodeHash.sha256(id).slice(0, 32)}@tagledger>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(body.match(new RegExp(`.{1,${LINE}}`, "g")) ?? []),
    "",
  ].join("\r\n");
}

/** What is not ASCII stands in encoded words, none of which breaks a character. */
function encoded(subject: string): string {
  if (PLAIN.test(subject) && !subject.includes("=?")) return subject;
  const words: string[] = [""];
  for (const character of subject) {
    const longer = `${words.at(-1) ?? ""}${character}`;
    if (Buffer.byteLength(longer) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word, "utf8").toString("base64")}?=`).join("\r\n ");
}
