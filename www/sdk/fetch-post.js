/** A POST request where there is `fetch`. @type {Parameters<typeof import("./http-transport.js").httpTransportOver>[0]} */
export async function fetchPost({ url, headers, body, timeout }) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: controller.signal });
    return { status: response.status, text: await response.text() };
  } finally {
    clearTimeout(timer);
  }
}
