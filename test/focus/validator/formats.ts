const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?([eE]-?\d+)?$/;
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const SIZE = "(?:[KMGTPE]i?)?[bB]";
const WORD = "[A-Z][A-Za-z]*";
const UNIT = new RegExp(`^(?:\\d+ )?(?:${SIZE}|${WORD})(?:-(?:${SIZE}|${WORD}))*(?:/(?:\\d+ )?${WORD})?$`);

/** The formats of FOCUS 1.2 by the function that asks for them; of a value that is not null. */
export const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  TypeDecimal: (value) => DECIMAL.test(value),
  TypeString: () => true,
  TypeDateTime: isInstant,
  FormatNumeric: (value) => DECIMAL.test(value),
  FormatDateTime: isInstant,
  FormatString: (value) => value.trim() !== "" && !/\p{Surrogate}/u.test(value),
  FormatUnit: (value) => UNIT.test(value),
  FormatCurrency: (value) => /^[A-Z]{3}$/.test(value),
  FormatKeyValue: isKeyValue,
  CheckNationalCurrency: (value) => Intl.supportedValuesOf("currency").includes(value),
  CheckDecimalValue: (value) => DECIMAL.test(value),
};

function isInstant(value: string): boolean {
  return INSTANT.test(value) && new Date(value).toISOString() === value.replace("Z", ".000Z");
}

/** A JSON object whose values are plain. */
function isKeyValue(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return false;
    return Object.values(parsed).every((each) => each === null || typeof each !== "object");
  } catch {
    return false;
  }
}
