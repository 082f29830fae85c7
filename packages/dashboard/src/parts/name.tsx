import { visible } from "../words/visible.ts";

const LONG = 60;

/** A name that somebody else chose: set apart from the direction of the text around it. */
export function Name({ value }: { readonly value: string }) {
  if (value === "") return <span class="none">empty</span>;
  const shown = visible(value);
  return value.length > LONG ? (
    <bdi class="name long" title={shown}>
      {shown}
    </bdi>
  ) : (
    <bdi class="name">{shown}</bdi>
  );
}

/** A name, or words that say that there is none. */
export function NameOr({ value, missing }: { readonly value: string | null; readonly missing: string }) {
  return value === null ? <span class="none">{missing}</span> : <Name value={value} />;
}
