import type { Upload } from "@tagledger/core/ports/uploads";

/** An upload for programs, with its times as ISO 8601 in UTC. */
export function uploadJson({ revision: _seen, at, withdrawn, replaced, ...told }: Upload) {
  return {
    ...told,
    at: new Date(at).toISOString(),
    withdrawn: withdrawn && { ...withdrawn, at: new Date(withdrawn.at).toISOString() },
    replaced: replaced.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
  };
}
