import { TagledgerError } from "@tagledger/core/errors";

/** What each value is to be. */
const EXPECTED = {
  TAGLEDGER_CONFIGURATION_SET: [/^[\w-]{1,64}$/, "the name of a configuration set of SES"],
  TAGLEDGER_PAGE: [/^https:\/\/\S+$/, "the address of the page, as https://costs.example.com/"],
} as const;

/** What the function of mail is told besides what all are. */
export interface MailEnvironment {
  /** The configuration set of SES that has bounces told; null where no mail is sent. */
  readonly configurationSet: string | null;
  /** Where the deployed page is; null where none is deployed. */
  readonly page: string | null;
}

/**
 * Reads and checks what only the function of mail is told.
 *
 * @throws bad-configuration naming the value that is wrong, and what is expected
 * @example readMailEnvironment({ TAGLEDGER_CONFIGURATION_SET: "tagledger-production" }).configurationSet // "tagledger-production"
 */
export function readMailEnvironment(values: Readonly<Record<string, string | undefined>>): MailEnvironment {
  return {
    configurationSet: valueIn("TAGLEDGER_CONFIGURATION_SET", values.TAGLEDGER_CONFIGURATION_SET),
    page: valueIn("TAGLEDGER_PAGE", values.TAGLEDGER_PAGE),
  };
}

function valueIn(name: keyof typeof EXPECTED, value: string | undefined): string | null {
  const [form, expected] = EXPECTED[name];
  if (!value) return null;
  if (form.test(value)) return value;
  const message = `${name} is ${JSON.stringify(value)}: expected ${expected}`;
  throw new TagledgerError("bad-configuration", message, { names: [name] });
}
