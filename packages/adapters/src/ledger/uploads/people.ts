import type { Upload } from "@tagledger/core/ports/uploads";

/** In the place of a name. */
const FORGOTTEN = "forgotten";

/** Says whether it is kept who uploaded something, or took it back. */
export function uploadNamesPeople({ by, withdrawn, replaced }: Upload): boolean {
  return [by, withdrawn?.by ?? FORGOTTEN, ...replaced.map((each) => each.by)].some(
    (name) => name !== FORGOTTEN,
  );
}

/** What is known of an upload without who uploaded it. */
export function uploadWithoutPeople(upload: Upload): Upload {
  const { withdrawn, replaced } = upload;
  return {
    ...upload,
    by: FORGOTTEN,
    withdrawn: withdrawn && { ...withdrawn, by: FORGOTTEN },
    replaced: replaced.map((each) => ({ ...each, by: FORGOTTEN })),
  };
}
