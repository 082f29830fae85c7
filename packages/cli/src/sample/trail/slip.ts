/**
 * A slip of the hand: a letter of a name is lost.
 *
 * @example slip("personalization") // "persnalization"
 */
export function slip(name: string): string {
  const at = Math.min(4, name.length - 1);
  return name.slice(0, at) + name.slice(at + 1);
}
