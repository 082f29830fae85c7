import { serviceCalls } from "./all.ts";
import type { ArnPattern, Remedied, ServiceCalls } from "./calls.ts";

const byService = new Map(serviceCalls.map((each) => [each.service, each]));
const wide: ReadonlySet<string> = new Set(
  serviceCalls.flatMap((each) => (each.wide === "reads" ? [] : (each.wide ?? []))),
);
const narrow: ReadonlySet<string> = new Set(serviceCalls.flatMap((each) => each.narrow ?? []));
const wideReads = new Set(serviceCalls.filter((each) => each.wide === "reads").map(({ service }) => service));

/** What more is known of a service than the catalog says. */
export function callsOf(service: string): ServiceCalls {
  return byService.get(service) ?? { service };
}

/** The service of a call or a type: `ec2` of `ec2:DescribeTags`. */
export function serviceOf(name: string): string {
  return name.split(":", 1).join();
}

/** How the resources of a type are quarantined, null where they are not. */
export function remediedOf(type: string): Remedied | null {
  return callsOf(serviceOf(type)).remedied?.[type] ?? null;
}

/** The resources that a call can be narrowed to, of an account: those of its service, if any. */
export function arnsOf(call: string, kind: "read" | "write"): readonly ArnPattern[] {
  const service = serviceOf(call);
  const isWideRead = kind === "read" && wideReads.has(service) && !narrow.has(call);
  if (wide.has(call) || isWideRead) return ["*"];
  return callsOf(service).arns ?? [`arn:{partition}:${service}:*:{account}:*`];
}
