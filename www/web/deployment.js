// What the one who puts the page up may say in config.json beside it: newer rules, where hospitals are listed, where filings are sent.

async function answered(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response;
}

/** Nothing said, or nothing that can be read, means: no list and no receiver. */
export async function readConfig() {
  try {
    return await (await answered("./config.json")).json();
  } catch (_none) {
    return {};
  }
}

async function readPack(address) {
  try {
    return await (await answered(address)).json();
  } catch (cause) {
    console.error(cause);
    return null;
  }
}

/** The newer rules; whatever cannot be read is left out. */
export async function readPacks({ packs = [] }) {
  return (await Promise.all(packs.map(readPack))).filter(Boolean);
}

/** @returns {Pick<import("../present/view.js").Host, "transport" | "outboxStorage" | "facilities">} */
export function offeredBy({ facilities, submitTo, withdrawFrom }, { deviceStorage, httpTransport }) {
  const offered = { outboxStorage: deviceStorage() };
  if (facilities) offered.facilities = async () => (await answered(facilities)).text();
  if (submitTo) offered.transport = httpTransport({ url: submitTo, withdrawUrl: withdrawFrom });
  return offered;
}
