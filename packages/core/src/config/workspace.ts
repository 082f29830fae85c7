/**
 * The workspace of an Amazon Managed Service for Prometheus that an address names.
 *
 * @example workspaceIn("https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1") // "ws-1"
 */
export function workspaceIn(url: string): string | undefined {
  return /\/workspaces\/([^/?#]+)/.exec(url)?.[1];
}
