// The engine is the largest file, and gives way to the scripts, whatever the server thinks of priorities: it is asked for once the page has
// been read, so that the first bytes to come are theirs.

/** Where the build has put what is fetched then. */
export const LATER = "later";

export function fetchLater() {
  document.head.append(document.getElementById(LATER).content);
}
