/** A choice of one of few that changes only how something is shown. */
export function Toggle<Word extends string>(given: {
  readonly label: string;
  readonly words: Readonly<Record<Word, string>>;
  readonly chosen: Word;
  readonly choose: (word: Word) => void;
}) {
  const { label, words, chosen, choose } = given;
  return (
    <fieldset class="segmented">
      <legend class="unseen">{label}</legend>
      {(Object.keys(words) as Word[]).map((word) => (
        <button key={word} type="button" aria-pressed={word === chosen} onClick={() => choose(word)}>
          {words[word]}
        </button>
      ))}
    </fieldset>
  );
}
