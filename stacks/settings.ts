import { readFileSync } from "node:fs";
import { partitionOf } from "@tagledger/core/catalog/partition";
import type { Config } from "@tagledger/core/config/definition";
import { loadConfig } from "@tagledger/core/config/load";
import { badInput } from "@tagledger/core/errors";
import type { Place } from "@tagledger/core/policy/iam/place";
import { readPlaces } from "@tagledger/core/policy/places";

/** What the environment of a deployment says, as `.env` does. */
export interface Settings {
  /** The configuration that is published. */
  readonly file: string;
  readonly text: string;
  readonly config: Config;
  readonly places: readonly Place[];
  /** The accounts of places that are not ours. */
  readonly members: readonly string[];
  readonly externalId: string | null;
  readonly explorerView: string | null;
  readonly alarmEmail: string | null;
  /** The address or domain that SES is to send mail from, where the deployment is to make that known to it. */
  readonly mailIdentity: string | null;
  /** The page's own name, and the certificate for it; null where the one of CloudFront will do. */
  readonly page: { readonly domain: string; readonly certificate: string } | null;
  /** Where the issuer gives tokens, as `https://oauth2.example.com`; null where that is where it is itself. */
  readonly tokenOrigin: string | null;
}

type Values = Readonly<Record<string, string | undefined>>;

/** `tagledger-<stage>-` before the name of a rule, which has at most 64 characters. */
const STAGE = /^[a-z0-9][a-z0-9-]{0,12}$/;
/** What AWS takes as an external id. */
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
const VIEW = /^arn:[^:]+:resource-explorer-2:[^:]+:\d{12}:view\/./;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const ORIGIN = /^https:\/\/[a-z0-9.-]+(:\d+)?$/;
/** CloudFront takes certificates of one region. */
const CERTIFICATE = /^arn:[^:]+:acm:us-east-1:\d{12}:certificate\/./;

/**
 * Reads and checks what a deployment is told.
 *
 * @throws bad-input naming the value that is missing or wrong; bad-configuration naming line and column
 */
export function readSettings(stage: string, values: Values, home: Place): Settings {
  if (!STAGE.test(stage)) {
    throw badInput(`the stage ${stage}: expected at most 13 lower-case letters, digits and hyphens`);
  }
  const file = values.TAGLEDGER_CONFIG_FILE || "tagledger.yaml";
  const text = textOf(file);
  const { config } = loadConfig(text, file);
  const places = placesIn(values.TAGLEDGER_PLACES) ?? [home];
  const outside = places.find(({ region }) => partitionOf(region) !== partitionOf(home.region));
  if (outside !== undefined) {
    throw badInput(
      `TAGLEDGER_PLACES: ${outside.account}:${outside.region} is in another partition than ${home.region}`,
    );
  }
  const others = places.map(({ account }) => account).filter((account) => account !== home.account);
  const members = [...new Set(others)].sort();
  const externalId = matching(
    "TAGLEDGER_EXTERNAL_ID",
    values,
    EXTERNAL_ID,
    "2 to 1224 letters, digits or _+=,.@:/-",
  );
  if (members.length > 0 && externalId === null) {
    throw badInput(
      `TAGLEDGER_EXTERNAL_ID is missing: TAGLEDGER_PLACES names ${members.join(", ")}, whose roles ask for it`,
    );
  }
  return {
    file,
    text,
    config,
    places,
    members,
    externalId,
    explorerView: matching("TAGLEDGER_EXPLORER_VIEW", values, VIEW, "the ARN of a view of Resource Explorer"),
    alarmEmail: matching(
      "TAGLEDGER_ALARM_EMAIL",
      values,
      EMAIL,
      "an address such as ml-platform@example.com",
    ),
    mailIdentity: identityIn(values, config),
    page: pageIn(values),
    tokenOrigin: matching(
      "TAGLEDGER_TOKEN_ORIGIN",
      values,
      ORIGIN,
      "an origin such as https://oauth2.example.com, without a path",
    ),
  };
}

/** An identity is of no use but for the sender of mail: it is the address itself, or a domain of it. */
function identityIn({ TAGLEDGER_MAIL_IDENTITY: value }: Values, { notify }: Config): string | null {
  if (!value) return null;
  const [identity, from] = [value.toLowerCase(), notify.email?.from];
  const domain = from?.toLowerCase().split("@")[1];
  const isDomain = identity.includes(".") && (domain === identity || domain?.endsWith(`.${identity}`));
  if (isDomain || from?.toLowerCase() === identity) return isDomain ? identity : (from ?? null);
  const expected = from === undefined ? "none, as notify.email.from names no sender" : `${from} or ${domain}`;
  throw badInput(`TAGLEDGER_MAIL_IDENTITY is ${JSON.stringify(value)}: expected ${expected}`);
}

function pageIn(values: Values): Settings["page"] {
  const domain = matching("TAGLEDGER_PAGE_DOMAIN", values, DOMAIN, "a name such as costs.example.com");
  const certificate = matching(
    "TAGLEDGER_PAGE_CERTIFICATE",
    values,
    CERTIFICATE,
    "the ARN of a certificate of ACM in us-east-1",
  );
  if (domain !== null && certificate !== null) return { domain, certificate };
  if (domain === null && certificate === null) return null;
  const missing = domain === null ? "TAGLEDGER_PAGE_DOMAIN" : "TAGLEDGER_PAGE_CERTIFICATE";
  throw badInput(`${missing} is missing: a name of its own needs a certificate, and that a name`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const advice = "TAGLEDGER_CONFIG_FILE names another; `tagledger init` writes one";
    throw badInput(`${file}: this configuration cannot be read; ${advice}`, { file }, cause);
  }
}

function placesIn(text: string | undefined): readonly Place[] | null {
  if (!text) return null;
  const places = readPlaces(text);
  if (places !== null) return places;
  const expected = "111122223333:eu-central-1+us-east-1,222233334444:eu-central-1";
  throw badInput(
    `TAGLEDGER_PLACES is ${JSON.stringify(text)}: expected accounts and regions, as ${expected}`,
  );
}

function matching(name: string, values: Values, pattern: RegExp, expected: string): string | null {
  const value = values[name] || null;
  if (value === null || pattern.test(value)) return value;
  throw badInput(`${name} is ${JSON.stringify(value)}: expected ${expected}`);
}
