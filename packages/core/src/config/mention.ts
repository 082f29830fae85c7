import type { ConfigPath } from "./problem.ts";

/** A name that the configuration mentions, and where: as the value at a path, or as a key of the mapping there. */
export interface Mention {
  readonly name: string;
  readonly path: ConfigPath;
  readonly key?: string;
}

/** The mention of a name that may be left out. */
export function mention(name: string | undefined, path: ConfigPath): Mention[] {
  return name === undefined ? [] : [{ name, path }];
}

/** Mentions below a path, as seen from the top. */
export function below(path: ConfigPath, mentions: readonly Mention[]): Mention[] {
  return mentions.map((each) => ({ ...each, path: [...path, ...each.path] }));
}
