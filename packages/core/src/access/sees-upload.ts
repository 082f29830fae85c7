import type { Upload } from "../ports/uploads.ts";
import { decide } from "./decide.ts";
import type { Viewer } from "./viewer.ts";

/** Whether somebody sees an upload: their own, one that tells of nobody's use but that of their teams, or all. */
export function seesUpload(viewer: Viewer, { by, teams = [] }: Pick<Upload, "by" | "teams">): boolean {
  const sees = (of: Parameters<typeof decide>[1]["of"]) =>
    decide(viewer, { scope: "upload", of }) !== "hidden";
  return (
    by === viewer.name || sees("everyone") || (teams.length > 0 && teams.every((team) => sees({ team })))
  );
}
