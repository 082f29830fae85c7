import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer } from "@tagledger/core/ports/mail";
import { composeMail } from "./compose.ts";

const ID = 12;

/**
 * Letters as files that any mail program opens, in a folder; the same letter again is the same file. What the file is
 * called stands for what a service calls a mail.
 *
 * @example fileLetters("mails") // mails/2026-08-fraud-detection-3b9c1f0a7d2e.eml
 */
export function fileLetters(folder: string): Mailer {
  return {
    async send(letter) {
      const { id, content } = letter;
      const whose = content.kind === "statement" ? content.team : "all-teams";
      const safe = whose.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 60);
      const path = join(folder, `${content.period}-${safe}-${id.slice(0, ID)}.eml`);
      await mkdir(folder, { recursive: true });
      await writeFile(path, await composeMail(letter));
      return { messageId: path };
    },
  };
}
