import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the guide for operating a deployment is. */
export const GUIDE = join(import.meta.dirname, "../../docs/operations");

/** A page of the guide. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** All pages of the guide. */
export function pages(): readonly Page[] {
  return readdirSync(GUIDE)
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ file: join(GUIDE, name), text: readFileSync(join(GUIDE, name), "utf8") }));
}

/** All commands of a page, those between words included, as one line each. */
export function commandsIn({ text }: Page, program: RegExp): readonly string[] {
  const whole = text.replace(/\\\n\s*/g, " ");
  const blocks = [...whole.matchAll(/^\s*```\n([\s\S]*?)^\s*```$/gm)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  const between = [...whole.replace(/^\s*```[\s\S]*?^\s*```$/gm, "").matchAll(/`([^`]+)`/g)].map(
    ([, code = ""]) => code.replace(/\n\s*/g, " "),
  );
  return [...blocks, ...between]
    .map((line) =>
      line
        .trim()
        .replace(/^\w+=\$\((.*)\)$/, "$1")
        .replace(/\s+#.*$/, ""),
    )
    .filter((line) => program.test(line));
}

/** What a heading is called in a link to it. */
export function anchorsIn(text: string): readonly string[] {
  const headings = text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
