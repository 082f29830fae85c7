import { useState } from "preact/hooks";
import { askFile } from "../api/ask.ts";
import { problemOf } from "../api/use-answer.ts";
import { token } from "../auth/token.ts";

/** A way to have a file of the API. Where a token is needed, the page asks for it, since a link carries none. */
export function Download(given: { readonly address: string; readonly name: string; readonly says: string }) {
  const { address, name, says } = given;
  const [trouble, setTrouble] = useState<string | null>(null);
  const fetchIt = async () => {
    setTrouble(null);
    try {
      save(await askFile(address), name);
    } catch (error) {
      setTrouble(problemOf(error).detail);
    }
  };
  return (
    <span class="download">
      {token() === null ? (
        <a class="button" href={address} download={name}>
          {says}
        </a>
      ) : (
        <button type="button" class="button" onClick={() => void fetchIt()}>
          {says}
        </button>
      )}
      <span role="status">{trouble}</span>
    </span>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
