import type { Config } from "@tagledger/core/config/definition";
import { badInput } from "@tagledger/core/errors";
import { eventRules } from "@tagledger/core/policy/event-rules";
import { LIMITS, type PolicyTarget } from "@tagledger/core/policy/limits";
import { stackSet } from "@tagledger/core/policy/stack-set";
import { rolesRegion } from "@tagledger/core/policy/stack-set/parameters";
import type { Site } from "@tagledger/core/policy/stack-set/site";
import { MOST_IN_CALL, templateText } from "@tagledger/core/policy/stack-set/template";
import { iamDocuments } from "./iam.ts";

/** What a language is written from. */
export interface Given {
  readonly config: () => Promise<Config>;
  /** @throws bad-input where it was not said */
  readonly site: () => Site;
}

/** What is written in a language. */
export interface Written {
  readonly text: string;
  /** What whoever uses it must know: what cannot be said in it, and what it asks for. */
  readonly notes: readonly string[];
}

/** Writes what is meant in a language. */
export async function writeTarget(target: PolicyTarget, given: Given): Promise<Written> {
  const limits = LIMITS[target].map((limit) => `${target} cannot express: ${limit}`);
  if (target === "event-rules") return { text: json(eventRules()), notes: limits };
  const site = given.site();
  const config = await given.config();
  if (target === "iam") return { text: json(iamDocuments(config, site)), notes: limits };
  requireElsewhere(site);
  const text = templateText(stackSet(config, site));
  return { text, notes: [...limits, ...rollOutNotes(site, Buffer.byteLength(text))] };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function requireElsewhere({ home, places }: Site): void {
  if (places.some(({ account, region }) => account !== home.account || region !== home.region)) return;
  throw badInput(
    "--places: at home nothing is to be rolled out; name the other accounts and regions, as 222233334444:eu-central-1",
  );
}

function rollOutNotes(site: Site, bytes: number): string[] {
  const { home, places } = site;
  const hasMembers = places.some(({ account }) => account !== home.account);
  return [
    ...(bytes > MOST_IN_CALL
      ? [`the template has ${bytes} bytes, more than ${MOST_IN_CALL}: put it into S3 and name its URL`]
      : []),
    ...(hasMembers && rolesRegion(site) === null
      ? ["the accounts have no region in common: say RolesRegion for each of them"]
      : []),
  ];
}
