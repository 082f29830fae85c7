const MARK = "#";

/**
 * Writes a value as JSON, integers of any size included: they become texts that begin with `#`, and a text that begins
 * so gets another one.
 *
 * @example encode({ amount: 5n, tag: "#1" }) // '{"amount":"#5","tag":"##1"}'
 */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member === "bigint") return `${MARK}${member}`;
    return typeof member === "string" && member.startsWith(MARK) ? `${MARK}${member}` : member;
  });
}

/** Reads what {@link encode} wrote. */
export function decode(text: string): unknown {
  // Most records hold nothing of the kind, and are read several times as fast without looking at each member.
  if (!text.includes(`"${MARK}`)) return JSON.parse(text);
  return JSON.parse(text, (_key, member: unknown) => {
    if (typeof member !== "string" || !member.startsWith(MARK)) return member;
    return member.startsWith(MARK, 1) ? member.slice(1) : BigInt(member.slice(1));
  });
}
