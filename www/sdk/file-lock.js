import { randomUUID } from "node:crypto";
import { link, open, readFile, stat, unlink, utimes } from "node:fs/promises";
import { hostname } from "node:os";

/** A holder says this often that it is there, and is given up when it has not for this long: it may be on another machine. */
const BEAT = 10_000;
const GIVEN_UP = 60_000;
/** What a disk without hard links answers. */
const NO_LINKS = ["EPERM", "ENOTSUP", "ENOSYS"];

/**
 * Takes a lock that is a file: one holder at a time, and one that died is no holder.
 *
 * @param {string} path
 * @throws where somebody else holds it
 */
export async function lockFile(path) {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  let taken = false;

  async function take() {
    if (!(await created(path, mine))) {
      await clearIfAbandoned(path, mine);
      if (!(await created(path, mine))) throw inUse(path);
    }
    taken = true;
  }

  try {
    await take();
  } catch (error) {
    // What the disk refuses it refuses the outbox too: that is told when something is to be written, and the lock is taken then.
    if (error.code === undefined) throw error;
  }
  const beat = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), BEAT);
  beat.unref();
  return {
    /** Whoever slept for too long has been given up, and must not write over what came after it. */
    async check() {
      if (!taken) await take();
      else if ((await contentOf(path)) !== mine) throw inUse(path);
    },
    async release() {
      clearInterval(beat);
      if ((await contentOf(path)) === mine) await unlink(path);
    },
  };
}

const inUse = (path) => new Error(`${path} is held by another process`);

/** Answers whether it was not there before. It is there whole or not at all, so that whoever dies meanwhile is known by it. */
async function created(path, content) {
  const beside = `${path}.${randomUUID()}`;
  try {
    await written(beside, content);
    await link(beside, path).catch((error) => {
      if (!NO_LINKS.includes(error.code)) throw error;
      return written(path, content);
    });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(beside).catch(() => {});
  }
}

async function written(path, content) {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** One at a time: of two who find it abandoned, the later would remove what the earlier has put in its place. */
async function clearIfAbandoned(path, mine) {
  const turn = `${path}.turn`;
  if (!(await created(turn, mine))) {
    if (!(await isAbandoned(turn))) return;
    await unlink(turn).catch(() => {});
    if (!(await created(turn, mine))) return;
  }
  try {
    if (await isAbandoned(path)) await unlink(path);
  } finally {
    await unlink(turn);
  }
}

async function isAbandoned(path) {
  const held = await contentOf(path);
  if (held === null) return false;
  const { mtimeMs } = await stat(path);
  const age = Date.now() - mtimeMs;
  if (age > GIVEN_UP) return true;
  const { pid, host } = read(held);
  if (host !== hostname()) return false;
  // After a restart in a container the number is this process's own; what it holds itself, it took after it had begun.
  if (pid === process.pid) return age > process.uptime() * 1000;
  return !isAlive(pid);
}

/** What is none of ours says nothing, and is held until it is given up. */
function read(held) {
  try {
    return JSON.parse(held);
  } catch (_foreign) {
    return {};
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

async function contentOf(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
