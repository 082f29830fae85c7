import { Buffer } from "node:buffer";
import type { Outgoing } from "@tagledger/api/http/outgoing";
import { problem } from "@tagledger/api/http/problem";

/** Lambda hands over no more bytes, with all that it writes around an answer. */
const MOST = 6 * 1024 * 1024;
/** What a character of a body comes to at most, as Lambda writes it. */
const LARGEST = 6;
/** What tells of a body that is not handed over. */
const OF_BODY: ReadonlySet<string> = new Set(["content-type", "content-encoding", "etag"]);

/**
 * An answer that Lambda hands over: for one that it would fail with, how to ask for less.
 *
 * @example handedOver({ statusCode: 200, headers, body: "a".repeat(7_000_000), isBase64Encoded: false }).statusCode // 406
 */
export function handedOver(answer: Outgoing): Outgoing {
  if (answer.body.length < MOST / LARGEST || Buffer.byteLength(JSON.stringify(answer)) < MOST) return answer;
  const how = "with Accept-Encoding: br, for one team, or for fewer facts";
  const refused = problem(406, `the answer is larger than can be handed over at once; ask ${how}`);
  const kept = Object.entries(answer.headers).filter(([name]) => !OF_BODY.has(name));
  return { ...refused, headers: { ...Object.fromEntries(kept), ...refused.headers } };
}
