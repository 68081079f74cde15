/*
 * A receiver as the outbox asks for one, over real HTTP: it counts a key once, answers it the same each time, and remembers a
 * withdrawal. `faults` says, request by request, what goes wrong; once they are used up, nothing does.
 */
import { createServer } from "node:http";
import { connect } from "node:net";

export const FAULTS = [
  "drop", // the connection breaks before the request is read
  "500", // it answers 500, having done nothing
  "500 after", // it has counted the filing, and answers 500 all the same
  "die midway", // it has counted the filing, and the connection breaks in the middle of the answer
  "too late", // it has counted the filing, and answers when nobody waits any more
  "twice", // the network delivers the request a second time
  "down", // it does not listen at all for a moment
];

export class Receiver {
  /** Every filing that was counted. @type {{ key: string, body: string }[]} */
  counted = [];
  /** Every request that was read. @type {{ method: string, url: string, headers: any, body: string }[]} */
  requests = [];
  withdrawn = new Set();
  faults = [];
  decision = undefined;
  #held = [];

  async start() {
    this.server = createServer((request, response) => this.#serve(request, response));
    await this.#listen(0);
    this.port = /** @type {any} */ (this.server.address()).port;
    return this;
  }

  #listen(port) {
    return new Promise((resolve) => this.server.listen(port, "127.0.0.1", () => resolve(undefined)));
  }

  get url() {
    return `http://127.0.0.1:${this.port}/filings`;
  }

  get withdrawUrl() {
    return `http://127.0.0.1:${this.port}/withdrawals`;
  }

  async stop() {
    for (const response of this.#held) response.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Lets go of the answers that came too late. */
  release() {
    for (const response of this.#held.splice(0)) response.end("{}");
  }

  async #serve(request, response) {
    const fault = this.faults.shift();
    if (fault === "drop") return request.socket.destroy();
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    this.requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    if (fault === "500") return response.writeHead(500).end("{}");
    if (fault === "down") {
      request.socket.destroy();
      this.server.close();
      this.server.closeAllConnections();
      return;
    }
    const answer = this.#answer(request, body);
    if (fault === "twice") this.#answer(request, body);
    if (fault === "500 after") return response.writeHead(500).end("{}");
    if (fault === "die midway") {
      response.writeHead(200, { "Content-Length": 1000 });
      response.write("{", () => request.socket.destroy());
      return;
    }
    if (fault === "too late") return this.#held.push(response);
    response
      .writeHead(answer.status, { "Content-Type": "application/json" })
      .end(JSON.stringify(answer.said));
  }

  async again() {
    if (!this.server.listening) await this.#listen(this.port);
  }

  #answer(request, body) {
    const key = request.headers["idempotency-key"];
    if (request.url === "/withdrawals") {
      if (this.decision !== undefined) return { status: 409, said: { reason: "已经审核" } };
      this.withdrawn.add(key);
      return { status: 200, said: {} };
    }
    if (this.withdrawn.has(key)) return { status: 200, said: { outcome: "withdrawn" } };
    if (!this.counted.some((filing) => filing.key === key)) this.counted.push({ key, body });
    if (this.decision !== undefined) return { status: 422, said: { reason: this.decision } };
    return { status: 201, said: {} };
  }
}

/** Whether anything listens there. */
export function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
