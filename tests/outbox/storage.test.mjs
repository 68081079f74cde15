/* What a device's storage does to an outbox: full, missing, damaged, cut off while writing. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { distFile } from "../contract/dist.mjs";
import { phones } from "../contract/phones.mjs";
import { filing, SECRET } from "./inputs.mjs";

const require = createRequire(import.meta.url);
const node = require(distFile("node.cjs"));

const DAMAGED = {
  "no JSON": "{",
  nothing: "",
  "JSON of something else": '{"hello": 1}',
  null: "null",
  "a filing in the wrong place": JSON.stringify({
    format: 1,
    revision: 1,
    saved: 1,
    entries: [{ status: SECRET }],
  }),
};

/** A receiver that says yes, and remembers. */
function yes() {
  const sent = [];
  async function send({ key }) {
    sent.push(key);
    return { outcome: "acknowledged" };
  }
  return { sent, send };
}

async function until(condition) {
  for (let round = 0; round < 12000; round += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail("it came to no end");
}

/** An error by its code, and without a word of what was stored. */
function assertProblem(error, code) {
  assert.equal(error.code, code);
  const cause = error.cause === undefined ? "" : String(error.cause.message);
  assert.ok(!JSON.stringify([error.message, error.text, error.reason, error.given, cause]).includes(SECRET));
}

function folderFor(context) {
  const folder = mkdtempSync(join(tmpdir(), "yidi-outbox-"));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("a file in Node", () => {
  test("keeps filings from one start to the next", async (context) => {
    const storage = node.deviceStorage(join(folderFor(context), "outbox.json"));
    const first = await node.createOutbox({ storage });
    await first.enqueue(filing());
    await first.close();
    const second = await node.createOutbox({ storage });
    assert.deepEqual(
      second.entries().map(({ key }) => key),
      ["filing-1"],
    );
    await second.close();
  });

  test("nobody else may read it", { skip: process.platform === "win32" }, async (context) => {
    const folder = folderFor(context);
    const outbox = await node.createOutbox({ storage: node.deviceStorage(join(folder, "outbox.json")) });
    await outbox.enqueue(filing());
    await outbox.close();
    const { statSync } = await import("node:fs");
    assert.equal(statSync(join(folder, "outbox.json")).mode & 0o077, 0);
  });

  for (const [name, bytes] of Object.entries(DAMAGED)) {
    test(`damaged contents are set aside as they are and reported: ${name}`, async (context) => {
      const folder = folderFor(context);
      const path = join(folder, "outbox.json");
      const problems = [];
      for (const time of [1, 2]) {
        writeFileSync(path, bytes);
        const storage = node.deviceStorage(path);
        const outbox = await node.createOutbox({ storage, onProblem: (error) => problems.push(error) });
        assert.deepEqual(outbox.entries(), []);
        await outbox.enqueue(filing());
        await outbox.close();
        assert.equal(
          readFileSync(`${path}.damaged-${time}`, "utf8"),
          bytes,
          "kept, and not overwritten the next time",
        );
      }
      assert.equal(problems.length, 2);
      for (const problem of problems) assertProblem(problem, "storageDamaged");
    });
  }

  test("what a later version has written is left alone", async (context) => {
    const path = join(folderFor(context), "outbox.json");
    const later = JSON.stringify({ format: 2, revision: 1, saved: 1, entries: [] });
    writeFileSync(path, later);
    const error = await node.createOutbox({ storage: node.deviceStorage(path) }).catch((thrown) => thrown);
    assert.deepEqual([error.code, error.path], ["unknownValue", "outbox.format"]);
    assert.equal(readFileSync(path, "utf8"), later);
  });

  test("a folder that is not there is reported, and the filing is sent once it is", async (context) => {
    const folder = folderFor(context);
    const problems = [];
    const transport = yes();
    let now = 1795320000000;
    const outbox = await node.createOutbox({
      storage: node.deviceStorage(join(folder, "absent", "outbox.json")),
      transport,
      clock: () => now,
      onProblem: (error) => problems.push(error),
    });
    const error = await outbox.enqueue(filing()).catch((thrown) => thrown);
    assertProblem(error, "storageUnavailable");
    assertProblem(problems[0], "storageUnavailable");
    assert.deepEqual(transport.sent, [], "what is not saved is not sent");
    assert.equal(outbox.application("filing-1"), JSON.stringify(filing()), "but it is not lost");
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(folder, "absent"));
    now += 10000;
    await outbox.tick();
    await until(() => outbox.entries()[0].status === "acknowledged");
    assert.deepEqual(transport.sent, ["filing-1"]);
    await outbox.close();
  });

  test("a full disk is reported; what was saved before is still there", async (context) => {
    const folder = folderFor(context);
    const path = join(folder, "outbox.json");
    const storage = node.deviceStorage(path);
    const outbox = await node.createOutbox({ storage });
    await outbox.enqueue(filing(1));
    const before = readFileSync(path, "utf8");
    const disk = require("node:fs/promises");
    const { open } = disk;
    context.after(() => Object.assign(disk, { open }));
    disk.open = async (...args) => {
      const handle = await open(...args);
      handle.writeFile = async () => {
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      };
      return handle;
    };
    assertProblem(await outbox.enqueue(filing(2)).catch((thrown) => thrown), "storageFull");
    assert.equal(readFileSync(path, "utf8"), before);
    await outbox.close();
  });

  describe("one outbox at a time", () => {
    const opened = (path) => node.createOutbox({ storage: node.deviceStorage(path) });
    const assertInUse = async (path) =>
      assertProblem(await opened(path).catch((thrown) => thrown), "storageUnavailable");
    const lockOf = (path, held, secondsAgo = 0) => {
      writeFileSync(`${path}.lock`, typeof held === "string" ? held : JSON.stringify(held));
      const then = new Date(Date.now() - secondsAgo * 1000);
      utimesSync(`${path}.lock`, then, then);
    };
    /** A process that has an outbox open and is killed. */
    async function killed(path) {
      const program = `require(${JSON.stringify(distFile("node.cjs"))}).createOutbox({
        storage: require(${JSON.stringify(distFile("node.cjs"))}).deviceStorage(${JSON.stringify(path)}),
      }).then(() => { console.log("open"); setInterval(() => {}, 1000); })`;
      const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
      await once(child.stdout, "data");
      return child;
    }

    test("a second one is refused until the first is closed", async (context) => {
      const path = join(folderFor(context), "outbox.json");
      const first = await opened(path);
      await assertInUse(path);
      await first.enqueue(filing());
      await first.close();
      const second = await opened(path);
      assert.equal(second.entries().length, 1);
      await second.close();
      assert.ok(!existsSync(`${path}.lock`));
    });

    test("another process that lives holds it, and one that was killed does not", async (context) => {
      const path = join(folderFor(context), "outbox.json");
      const child = await killed(path);
      await assertInUse(path);
      child.kill("SIGKILL");
      await once(child, "exit");
      const next = await opened(path);
      await next.close();
    });

    test("of many that find an abandoned one, one gets it", async (context) => {
      const path = join(folderFor(context), "outbox.json");
      lockOf(path, { pid: process.pid, host: hostname(), id: "of an earlier start" }, 86_400);
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => opened(path)));
      const [outbox, ...others] = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      assert.equal(others.length, 0);
      await outbox.enqueue(filing());
      await outbox.close();
    });

    test("another machine's is given up only when it has been silent for long", async (context) => {
      const path = join(folderFor(context), "outbox.json");
      for (const held of [{ pid: 1, host: "elsewhere.invalid", id: "x" }, '{"pid"']) {
        lockOf(path, held, 30);
        await assertInUse(path);
        lockOf(path, held, 90);
        await (await opened(path)).close();
      }
    });

    test("whoever was given up does not write over what came after", async (context) => {
      const path = join(folderFor(context), "outbox.json");
      const slept = await opened(path);
      lockOf(path, { pid: 1, host: "elsewhere.invalid", id: "took it over" });
      assertProblem(await slept.enqueue(filing()).catch((thrown) => thrown), "storageUnavailable");
      assert.ok(!existsSync(path));
      await slept.close();
      assert.ok(existsSync(`${path}.lock`), "nor does it let go of another's");
    });
  });

  test("a write that was cut off leaves the one before", async (context) => {
    const folder = folderFor(context);
    const path = join(folder, "outbox.json");
    const first = await node.createOutbox({ storage: node.deviceStorage(path) });
    await first.enqueue(filing());
    await first.close();
    writeFileSync(`${path}.new`, '{"form');
    const second = await node.createOutbox({ storage: node.deviceStorage(path) });
    assert.equal(second.entries().length, 1);
    await second.close();
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes("damaged")),
      [],
    );
  });
});

/** The storage and the requests of WeChat and Douyin, as their documentation has them. */
function miniHost({ limit = 1024 * 1024 } = {}) {
  const held = new Map();
  const requests = [];
  const host = {
    held,
    requests,
    limit,
    cutOffNextWrite: false,
    answer: { statusCode: 201, data: "{}" },
    api: {
      getStorageInfo: ({ success }) => queueMicrotask(() => success({ keys: [...held.keys()] })),
      getStorage: ({ key, success, fail }) =>
        queueMicrotask(() =>
          held.has(key)
            ? success({ data: held.get(key) })
            : fail({ errMsg: "getStorage:fail data not found" }),
        ),
      setStorage: ({ key, data, success, fail }) =>
        queueMicrotask(() => {
          if (host.cutOffNextWrite) {
            // The app is killed: half of it is there, and nobody is told.
            held.set(key, data.slice(0, data.length / 2));
            return;
          }
          if (data.length > host.limit)
            return fail({ errMsg: "setStorage:fail exceed storage item max length" });
          held.set(key, data);
          success({});
        }),
      request: (request) =>
        queueMicrotask(() => {
          requests.push(request);
          if (host.answer === null) request.fail({ errMsg: "request:fail timeout" });
          else request.success(host.answer);
        }),
    },
  };
  return host;
}

const MINI_HOSTS = phones.filter(({ bundle }) => bundle !== "alipay-worker/index.js");

for (const phone of MINI_HOSTS) {
  describe(`the storage and the requests of ${phone.name}`, () => {
    async function start(host) {
      const name = phone.bundle.startsWith("douyin") ? "tt" : "wx";
      const session = await phone.open({ [name]: host.api, setTimeout, clearTimeout });
      await session.yidi.init(session.source);
      const problems = [];
      const options = (more = {}) => ({
        storage: session.yidi.deviceStorage(),
        transport: session.yidi.httpTransport({ url: "https://example.org/filings" }),
        onProblem: (error) => problems.push(error),
        ...more,
      });
      return { ...session, problems, options };
    }

    test("a filing is kept, sent and acknowledged", async () => {
      const host = miniHost();
      const { yidi, options } = await start(host);
      const outbox = await yidi.createOutbox(options());
      await outbox.enqueue(filing());
      await until(() => outbox.entries()[0].status === "acknowledged");
      await until(() => [...host.held.values()].some((text) => text.includes("acknowledged")));
      await outbox.close();
      const [request] = host.requests;
      assert.deepEqual(
        [request.url, request.method, request.data, request.header["Idempotency-Key"]],
        ["https://example.org/filings", "POST", JSON.stringify(filing()), "filing-1"],
      );
      const again = await yidi.createOutbox(options());
      assert.equal(again.entries()[0].status, "acknowledged");
      await again.close();
    });

    test("a second outbox is refused until the first is closed", async () => {
      const { yidi, options } = await start(miniHost());
      const first = await yidi.createOutbox(options());
      assertProblem(await yidi.createOutbox(options()).catch((thrown) => thrown), "storageUnavailable");
      await first.close();
      await (await yidi.createOutbox(options())).close();
    });

    test("no answer is no loss", async () => {
      const host = miniHost();
      host.answer = null;
      const { yidi, options } = await start(host);
      const outbox = await yidi.createOutbox(options());
      await outbox.enqueue(filing());
      await until(() => outbox.entries()[0].status === "sent");
      await outbox.close();
    });

    test("a write that was cut off leaves the one before", async () => {
      const host = miniHost();
      const { yidi, options } = await start(host);
      const first = await yidi.createOutbox(options({ transport: undefined }));
      await first.enqueue(filing(1));
      await first.enqueue(filing(2));
      host.cutOffNextWrite = true;
      first.enqueue(filing(3));
      await until(() => [...host.held.values()].some((text) => !/\}$/.test(text)));
      host.cutOffNextWrite = false;
      // The app is started again.
      const later = await start(host);
      const second = await later.yidi.createOutbox(later.options({ transport: undefined }));
      assert.deepEqual(
        Array.from(second.entries(), ({ key }) => key),
        ["filing-1", "filing-2"],
      );
      await second.enqueue(filing(4));
      await second.close();
      const third = await later.yidi.createOutbox(later.options({ transport: undefined }));
      assert.equal(third.entries().length, 3);
      await third.close();
    });

    test("a full storage is reported, and nothing is sent until there is room", async () => {
      const host = miniHost({ limit: 100 });
      const { yidi, options, problems } = await start(host);
      let now = 1795320000000;
      const outbox = await yidi.createOutbox(options({ clock: () => now }));
      assertProblem(await outbox.enqueue(filing()).catch((thrown) => thrown), "storageFull");
      assertProblem(problems[0], "storageFull");
      assert.deepEqual(host.requests, []);
      host.limit = 1024 * 1024;
      now += 10000;
      await outbox.tick();
      await until(() => outbox.entries()[0].status === "acknowledged");
      await outbox.close();
    });

    test("damaged contents are set aside as they are and reported", async () => {
      for (const [name, bytes] of Object.entries(DAMAGED)) {
        const host = miniHost();
        host.held.set("yidi-outbox.0", bytes);
        host.held.set("yidi-outbox.damaged-1", "of an earlier time");
        const { yidi, options, problems } = await start(host);
        const outbox = await yidi.createOutbox(options({ transport: undefined }));
        assertProblem(problems[0], "storageDamaged");
        assert.equal(host.held.get("yidi-outbox.damaged-2"), bytes, name);
        assert.equal(host.held.get("yidi-outbox.damaged-1"), "of an earlier time");
        await outbox.enqueue(filing());
        await outbox.close();
      }
    });

    test("a host without storage says so", async () => {
      const { yidi, options } = await start({ api: {} });
      assertProblem(await yidi.createOutbox(options()).catch((thrown) => thrown), "storageUnavailable");
    });
  });
}
