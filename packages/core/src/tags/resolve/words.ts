/** Nearly all names are of these characters, whose words one pass finds. */
const PLAIN = /^[ -~]*$/;
const PLAIN_WORDS = /[a-z\d]+|[A-Z](?:[A-Z](?![a-z]))*[a-z\d]*/g;

/**
 * The words of a name as people run them together, in lower case.
 *
 * @example wordsOf("AWSReservedSSO_FraudDetection") // ["aws", "reserved", "sso", "fraud", "detection"]
 */
export function wordsOf(name: string): readonly string[] {
  if (PLAIN.test(name)) return name.match(PLAIN_WORDS)?.map((word) => word.toLowerCase()) ?? [];
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
