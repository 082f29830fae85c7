import { TagledgerError } from "@tagledger/core/errors";

/** Says of an error that there was no room, where that is what it is; else gives it back. */
export function explainRoom(error: unknown, place: string, bytes: number): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code !== "ENOSPC" && error.code !== "EDQUOT") return error;
  const message = `${place}: there is no room for ${bytes} bytes on this disk`;
  return new TagledgerError("outside-failure", message, { file: place, bytes }, { cause: error });
}
