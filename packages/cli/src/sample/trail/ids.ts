import { createRandom, HEX, type Random } from "../random.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** An id as events and requests have. */
export function uuid(random: Random): string {
  const [a, b, c, d, e] = [8, 4, 3, 3, 12].map((length) => random.text(length, HEX));
  return `${a}-${b}-4${c}-a${d}-${e}`;
}

/** An id of an EC2 resource, as `sg-0a1b…`. */
export function ec2Id(random: Random, prefix: string): string {
  return `${prefix}-0${random.text(16, HEX)}`;
}

/** An id of a principal or an access key: always the same for the same name. */
export function keyId(prefix: "AROA" | "AIDA" | "ASIA" | "AKIA", name: string): string {
  return prefix + createRandom(`${prefix} ${name}`).text(prefix.endsWith("IA") ? 16 : 17, LETTERS);
}

/** An id of an EC2 resource that is there all along: always the same for the same name. */
export function ec2IdOf(prefix: string, name: string): string {
  return ec2Id(createRandom(`${prefix} ${name}`), prefix);
}

/** An id that is always the same for the same name. */
export function uuidOf(name: string): string {
  return uuid(createRandom(name));
}
