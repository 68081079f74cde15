/**
 * A transport over HTTP. The filing goes into the body, and nothing of it anywhere else; its key into the header `Idempotency-Key`.
 *
 * @param {(request: { url: string, headers: Record<string, string>, body: string, timeout: number }) =>
 *   Promise<{ status: number, text: string }>} post how this host sends a POST request; it rejects where there was no answer
 */
export const httpTransportOver =
  (post) =>
  ({ url, withdrawUrl = undefined, headers = {}, timeout = 30000 }) => {
    async function ask(to, key, body) {
      const own = typeof headers === "function" ? await headers() : headers;
      const json = { "Content-Type": "application/json", "Idempotency-Key": key };
      const { status, text } = await post({ url: to, headers: Object.assign({}, own, json), body, timeout });
      return { status, said: saidIn(text) };
    }

    const transport = {
      async send({ key, application }) {
        const { status, said } = await ask(url, key, application);
        if (isIn(status, 200, 299)) return { outcome: said.outcome || "acknowledged", reason: said.reason };
        // Only these two say that the filing itself was looked at and refused. All others are tried again: the key makes that safe.
        const outcome = status === 400 || status === 422 ? "returned" : "unknown";
        return { outcome, reason: said.reason || `HTTP ${status}` };
      },
    };
    if (withdrawUrl === undefined) return transport;
    return Object.assign(transport, {
      async withdraw(key) {
        const { status, said } = await ask(withdrawUrl, key, "{}");
        if (isIn(status, 200, 299)) return { outcome: said.outcome || "withdrawn", reason: said.reason };
        const tooLate = status === 409 || status === 410 || status === 422;
        return {
          outcome: tooLate ? "withdrawalRefused" : "unknown",
          reason: said.reason || `HTTP ${status}`,
        };
      },
    });
  };

const isIn = (status, from, to) => status >= from && status <= to;

/** What a server says in its body, where that is JSON: an outcome, a reason. */
function saidIn(text) {
  try {
    const { outcome, reason } = JSON.parse(text);
    return { outcome, reason };
  } catch (_noJson) {
    return { outcome: undefined, reason: undefined };
  }
}
