import { TagledgerError } from "@tagledger/core/errors";

/** What SES takes as the name of a configuration set. */
const NAME = /^[\w-]{1,64}$/;

/** What the function of mail is told besides what all are. */
export interface MailEnvironment {
  /** The configuration set of SES that has bounces told; null where no mail is sent. */
  readonly configurationSet: string | null;
}

/**
 * Reads and checks what only the function of mail is told.
 *
 * @throws bad-configuration where it is no name of a configuration set
 * @example readMailEnvironment({ TAGLEDGER_CONFIGURATION_SET: "tagledger-production" }).configurationSet // "tagledger-production"
 */
export function readMailEnvironment(values: Readonly<Record<string, string | undefined>>): MailEnvironment {
  const set = values.TAGLEDGER_CONFIGURATION_SET;
  if (!set) return { configurationSet: null };
  if (NAME.test(set)) return { configurationSet: set };
  throw new TagledgerError(
    "bad-configuration",
    `TAGLEDGER_CONFIGURATION_SET is ${JSON.stringify(set)}: expected the name of a configuration set of SES`,
    { names: ["TAGLEDGER_CONFIGURATION_SET"] },
  );
}
