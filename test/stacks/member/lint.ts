import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Template, templateText } from "@tagledger/core/policy/stack-set/template";
import { motoPython } from "../../aws/local/moto.ts";

/** What cfn-lint finds in a template for stacks in regions, errors and warnings. */
export async function lint(template: Template, regions: readonly string[]): Promise<unknown[]> {
  // Moto needs cfn-lint, so that its environment has it.
  const program = join(dirname(await motoPython()), "cfn-lint");
  const folder = mkdtempSync(join(tmpdir(), "tagledger-template-"));
  const file = join(folder, "template.json");
  try {
    writeFileSync(file, templateText(template));
    const { stdout, stderr, error } = spawnSync(
      program,
      ["--template", file, "--format", "json", "--regions", ...regions],
      { encoding: "utf8", maxBuffer: 1 << 26 },
    );
    if (error !== undefined || stderr !== "") throw error ?? new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
