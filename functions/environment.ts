import { TagledgerError } from "@tagledger/core/errors";
import { readPlaces } from "@tagledger/core/policy/places";
import * as z from "zod/mini";

const text = z.string().check(z.minLength(1));
const account = z.string().check(z.regex(/^\d{12}$/));

const definition = z.object({
  AWS_REGION: text,
  AWS_ACCOUNT: account,
  TAGLEDGER_TABLE: text,
  TAGLEDGER_BUS: text,
  TAGLEDGER_CONFIG: z.string().check(z.regex(/^s3:\/\/[^/]+\/.+$/)),
  TAGLEDGER_PLACES: text,
  TAGLEDGER_ROLE: z.optional(text),
  TAGLEDGER_EXTERNAL_ID: z.optional(text),
  TAGLEDGER_EXPLORER_VIEW: z.optional(z.string().check(z.regex(/^arn:[^:]+:resource-explorer-2:/))),
});

/** What each value is to be. */
const EXPECTED: Readonly<Record<keyof z.infer<typeof definition>, string>> = {
  AWS_REGION: "the region of the function, as eu-central-1",
  AWS_ACCOUNT: "the account of the function, twelve digits",
  TAGLEDGER_TABLE: "the name of the ledger's table",
  TAGLEDGER_BUS: "the name or ARN of the event bus",
  TAGLEDGER_CONFIG: "the object that holds the configuration, as s3://bucket/tagledger.yaml",
  TAGLEDGER_PLACES: "the accounts and regions to look at, as 111122223333:eu-central-1+us-east-1",
  TAGLEDGER_ROLE: "the name of the role that member accounts let us take on",
  TAGLEDGER_EXTERNAL_ID: "the external id which that role asks for",
  TAGLEDGER_EXPLORER_VIEW: "the ARN of a view of Resource Explorer",
};

/** What a function is told by its environment. */
export type Environment = ReturnType<typeof readEnvironment>;

/**
 * Reads and checks the environment of a function.
 *
 * @throws bad-configuration naming each value that is missing or wrong, and what is expected
 * @example readEnvironment(process.env).table // "tagledger"
 */
export function readEnvironment(values: Readonly<Record<string, string | undefined>>) {
  const read = z.safeParse(definition, values);
  if (!read.success) throw wrong([...new Set(read.error.issues.map(({ path }) => String(path[0])))], values);
  const env = read.data;
  const places = readPlaces(env.TAGLEDGER_PLACES);
  if (places === null) throw wrong(["TAGLEDGER_PLACES"], values);
  const isAlone = places.every(({ account: where }) => where === env.AWS_ACCOUNT);
  if (!isAlone && env.TAGLEDGER_ROLE === undefined) throw wrong(["TAGLEDGER_ROLE"], values);
  const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.+)$/.exec(env.TAGLEDGER_CONFIG) ?? [];
  return {
    region: env.AWS_REGION,
    account: env.AWS_ACCOUNT,
    table: env.TAGLEDGER_TABLE,
    bus: env.TAGLEDGER_BUS,
    config: { bucket, key },
    places,
    role: env.TAGLEDGER_ROLE,
    externalId: env.TAGLEDGER_EXTERNAL_ID,
    explorerView: env.TAGLEDGER_EXPLORER_VIEW,
  };
}

function wrong(
  names: readonly string[],
  values: Readonly<Record<string, string | undefined>>,
): TagledgerError {
  const lines = names.map((name) => {
    const expected = EXPECTED[name as keyof typeof EXPECTED];
    const found = values[name] === undefined ? "is missing" : `is ${JSON.stringify(values[name])}`;
    return `${name} ${found}: expected ${expected}`;
  });
  return new TagledgerError("bad-configuration", lines.join("\n"), { names });
}
