import { type Variable, type Word, words } from "./shell.ts";

/** A value within what is handed to the AWS CLI; a variable is a text that a person must still choose. */
export type AwsValue = string | boolean | Variable;

/** Members of an object, in order. */
export type AwsObject = readonly (readonly [name: string, value: AwsValue])[];

/** What the shorthand of the AWS CLI reads as itself, as a name and as a value. */
const SHORT_NAME = /^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/;
const SHORT_VALUE = /^[A-Za-z0-9][A-Za-z0-9_.:/@+-]*$/;
/** The AWS CLI would fetch what such a text names. */
const FETCHED = /^(file|fileb|https?):\/\//i;
/** Characters that a terminal would not show, or would obey. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A list of objects as words of the AWS CLI: in its shorthand where nothing could be misread, else as JSON.
 *
 * @example objectWords([[["Key", "ml-team"], ["Value", "vision"]]]) // [["Key=ml-team,Value=vision"]]
 */
export function objectWords(objects: readonly AwsObject[]): readonly Word[] {
  if (objects.every(isShort)) return objects.map(shorthand);
  return [words("[", ...objects.flatMap((each, index) => [index === 0 ? "" : ",", ...json(each)]), "]")];
}

/**
 * One map as a word of the AWS CLI.
 *
 * @example mapWord([["ml-team", "vision"], ["ml-project", "a b"]]) // ['{"ml-team":"vision","ml-project":"a b"}']
 */
export function mapWord(map: AwsObject): Word {
  return map.length > 0 && isShort(map) ? shorthand(map) : json(map);
}

/**
 * A list of texts as words of the AWS CLI.
 *
 * @example textWords(["ML_Team", "-x"]) // [['["ML_Team","-x"]']]
 */
export function textWords(texts: readonly string[]): readonly Word[] {
  const short = texts.every((text) => SHORT_NAME.test(text) && !FETCHED.test(text));
  return short ? texts.map((text) => [text]) : [[`[${texts.map(quoted).join(",")}]`]];
}

/**
 * An option with one text, or null where the AWS CLI would take the text for something else.
 *
 * @example optionWords("--bucket", "my-data") // [["--bucket"], ["my-data"]]
 */
export function optionWords(option: string, text: string): readonly Word[] | null {
  if (FETCHED.test(text) || text === "") return null;
  return text.startsWith("-") ? [[`${option}=${text}`]] : [[option], [text]];
}

/** JSON of an object, as a word. */
export function json(object: AwsObject): Word {
  const members = object.flatMap(([name, value], index) => [
    `${index === 0 ? "" : ","}${quoted(name)}:`,
    ...(typeof value === "object"
      ? ['"', value, '"']
      : [typeof value === "string" ? quoted(value) : `${value}`]),
  ]);
  return words("{", ...members, "}");
}

function isShort(object: AwsObject): boolean {
  return object.every(
    ([name, value]) => SHORT_NAME.test(name) && (typeof value !== "string" || SHORT_VALUE.test(value)),
  );
}

function shorthand(object: AwsObject): Word {
  return words(
    ...object.flatMap(([name, value], index) => [
      `${index === 0 ? "" : ","}${name}=`,
      typeof value === "boolean" ? `${value}` : value,
    ]),
  );
}

/** JSON of a text, in characters that a terminal shows. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (unseen) =>
    Array.from({ length: unseen.length }, (_, index) => escaped(unseen.charCodeAt(index))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
