import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeHash } from "../node/hash.ts";
import type { Mailer } from "./email.ts";
import { mailText } from "./eml.ts";

/**
 * Mail as files that any mail program opens, one for each, in a folder: where nothing sends mail. The same mail again is
 * the same file.
 *
 * @example fileMailer("mails") // mails/20260901T120000Z-3b9c1f0a7d2e.eml
 */
export function fileMailer(folder: string): Mailer {
  return {
    async send(mail) {
      const at = new Date(mail.at).toISOString().replace(/[-:]|\.\d+/g, "");
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${at}-${nodeHash.sha256(mail.id).slice(0, 12)}.eml`), mailText(mail));
    },
  };
}
