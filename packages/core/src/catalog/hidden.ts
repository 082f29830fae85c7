/**
 * Whether a text stands for one that the log must not show.
 *
 * @example isHidden("HIDDEN_DUE_TO_SECURITY_REASONS") // true
 */
export function isHidden(text: string): boolean {
  return text.startsWith("HIDDEN_DUE_TO_") || text.startsWith("***");
}
