import { NameOr } from "../parts/name.tsx";

const SHARED = "shared";

/** A project; `shared` holds the fees of which nobody knows a project. */
export function ProjectName({ value }: { readonly value: string | null }) {
  return (
    <>
      <NameOr value={value} missing="no project" />
      {value === SHARED ? <small> fees of no known project</small> : null}
    </>
  );
}
