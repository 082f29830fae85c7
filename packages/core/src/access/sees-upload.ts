import { decide } from "./decide.ts";
import type { Viewer } from "./viewer.ts";

/** An upload as far as it says whose it is. */
export interface Owned {
  readonly by: string;
  /** Whose use it tells, as usage names them. */
  readonly teams?: readonly string[];
}

/** Whether somebody sees an upload: their own, one that tells of nobody's use but that of their teams, or all. */
export function seesUpload(viewer: Viewer, { by, teams = [] }: Owned): boolean {
  const sees = (of: Parameters<typeof decide>[1]["of"]) =>
    decide(viewer, { scope: "upload", of }) !== "hidden";
  return (
    by === viewer.name || sees("everyone") || (teams.length > 0 && teams.every((team) => sees({ team })))
  );
}
