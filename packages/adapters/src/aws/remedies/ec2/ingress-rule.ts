import type { IpPermission, SecurityGroupRule } from "@aws-sdk/client-ec2";
import type { Fields, FieldValue } from "@tagledger/core/remediation/fields";

/** A rule that lets somebody in, apart from its id and its tags, which are lost with it. */
export type Rule = { readonly [name: string]: string | number };

/**
 * A rule as a field holds it.
 *
 * @example ruleOf({ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIpv4: "10.0.0.0/8" })
 * // { protocol: "tcp", from: 22, to: 22, ipv4: "10.0.0.0/8" }
 */
export function ruleOf(rule: SecurityGroupRule): Rule {
  const members = {
    protocol: rule.IpProtocol,
    from: rule.FromPort,
    to: rule.ToPort,
    ipv4: rule.CidrIpv4,
    ipv6: rule.CidrIpv6,
    prefixes: rule.PrefixListId,
    group: rule.ReferencedGroupInfo?.GroupId,
    account: rule.ReferencedGroupInfo?.UserId,
    description: rule.Description,
  };
  const given = Object.entries(members).filter(
    (each): each is [string, string | number] => each[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** Rules in one order, whatever order they are listed in. */
export function sorted(rules: readonly Rule[]): readonly Rule[] {
  return rules.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/**
 * The rules that a field holds.
 *
 * @returns null where it is not given
 */
export function rulesOf({ rules }: Fields): readonly Rule[] | null {
  return Array.isArray(rules) ? rules.filter(isRule) : null;
}

/** What authorizes a rule. */
export function permissionOf(rule: Rule): IpPermission {
  const text = (name: string) => (typeof rule[name] === "string" ? rule[name] : undefined);
  const port = (name: string) => (typeof rule[name] === "number" ? rule[name] : undefined);
  const Description = text("description");
  const base = { IpProtocol: text("protocol"), FromPort: port("from"), ToPort: port("to") };
  const [ipv4, ipv6, prefixes] = [text("ipv4"), text("ipv6"), text("prefixes")];
  if (ipv4 !== undefined) return { ...base, IpRanges: [{ CidrIp: ipv4, Description }] };
  if (ipv6 !== undefined) return { ...base, Ipv6Ranges: [{ CidrIpv6: ipv6, Description }] };
  if (prefixes !== undefined) return { ...base, PrefixListIds: [{ PrefixListId: prefixes, Description }] };
  return { ...base, UserIdGroupPairs: [{ GroupId: text("group"), UserId: text("account"), Description }] };
}

function isRule(value: FieldValue): value is Rule {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
