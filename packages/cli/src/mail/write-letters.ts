import { fileLetters } from "@tagledger/adapters/mail/files";
import { type Draft, lettersOf } from "@tagledger/core/flows/mail/letters";
import type { LetterPorts, MailRequest } from "@tagledger/core/flows/mail/ports";
import { troubleOf } from "@tagledger/core/flows/mail/trouble";

/** A letter that was only written. */
export interface Written {
  readonly team: string | null;
  readonly to: readonly string[];
  readonly left: readonly string[];
  /** Where it is; null where there is nobody to write to. */
  readonly file: string | null;
}

/** The sender where the configuration names none: nothing is sent to anybody. */
const NOBODY = "tagledger@localhost";

/** Writes the letters of a month into a folder, and sends nothing; also to whom nobody could send. */
export async function* writeLetters(
  ports: LetterPorts,
  request: MailRequest,
  folder: string,
): AsyncGenerator<Written> {
  const { teams, summary } = await lettersOf(ports, request);
  const files = fileLetters(folder);
  const from = request.config.notify.email?.from ?? NOBODY;
  const write = async ({ team, id, to, left, content }: Draft): Promise<Written> => {
    // As of the snapshot, so that the same letter is the same file.
    const { messageId } = await files.send({ id, at: content.at, from, to, content });
    return { team, to, left: left.map(({ address }) => address), file: messageId };
  };
  for (const draft of teams) yield write(draft);
  if (summary !== null) yield write(summary(teams.flatMap(troubleOf)));
}
