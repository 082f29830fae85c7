import { BlockList, isIP } from "node:net";
import { InvalidPattern } from "./invalid.ts";

const BITS = { ipv4: 32, ipv6: 128 } as const;

/**
 * Tells which addresses are in a block.
 *
 * @example cidr("10.0.0.0/24")("10.0.0.255") // true
 * @throws InvalidPattern where it is no block
 */
export function cidr(block: string): (text: string) => boolean {
  const [address = "", length, ...more] = block.split("/");
  const family = familyOf(address);
  const bits = Number(length ?? "");
  if (family === null || more.length > 0 || !/^\d+$/.test(length ?? "") || bits > BITS[family]) {
    throw new InvalidPattern(`no block of addresses: ${block}`);
  }
  const blocks = new BlockList();
  blocks.addSubnet(address, bits, family);
  return (text) => familyOf(text) === family && blocks.check(text, family);
}

function familyOf(address: string): keyof typeof BITS | null {
  return ({ 4: "ipv4", 6: "ipv6" } as const)[isIP(address)] ?? null;
}
