import { useEffect, useRef, useState } from "preact/hooks";

const STAYS = 2500;

/** A button that puts a text into the clipboard and says so. */
export function Copy({ text, what }: { readonly text: string; readonly what: string }) {
  const [said, setSaid] = useState("");
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    setSaid(await copied(text));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(""), STAYS);
  };
  return (
    <span class="copy">
      <button type="button" class="button" aria-label={`Copy ${what}`} onClick={() => void copy()}>
        {said === "" ? "Copy" : said}
      </button>
      <span class="unseen" role="status">
        {said}
      </span>
    </span>
  );
}

// Without a secure origin, or without permission, there is no clipboard.
async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Not copied";
  }
}
