/**
 * When something was made, for an inspection; nothing where its service does not tell.
 *
 * @example madeAt(new Date(0)) // { made: 0 }
 */
export function madeAt(date: Date | undefined): { readonly made?: number } {
  return date === undefined ? {} : { made: date.getTime() };
}
