/**
 * The words of a name as people run them together, in lower case.
 *
 * @example wordsOf("AWSReservedSSO_FraudDetection") // ["aws", "reserved", "sso", "fraud", "detection"]
 */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
