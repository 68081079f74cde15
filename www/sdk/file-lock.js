import { randomUUID } from "node:crypto";
import { open, readFile, stat, unlink, utimes } from "node:fs/promises";
import { hostname } from "node:os";

/** A holder says this often that it is there, and is given up when it has not for this long: it may be on another machine. */
const BEAT = 10_000;
const GIVEN_UP = 60_000;
const TURN_GIVEN_UP = 5000;

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
      await clearIfAbandoned(path);
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

/** Answers whether it was not there before. */
async function created(path, content) {
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(content);
    } catch (error) {
      await unlink(path);
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** One at a time: of two who find it abandoned, the later would remove what the earlier has put in its place. */
async function clearIfAbandoned(path) {
  const turn = `${path}.turn`;
  if ((await ageOf(turn)) > TURN_GIVEN_UP) await unlink(turn).catch(() => {});
  if (!(await created(turn, ""))) return;
  try {
    const held = await contentOf(path);
    if (held !== null && (await isAbandoned(path, held))) await unlink(path);
  } finally {
    await unlink(turn);
  }
}

/** How many milliseconds ago it was touched; of one that is not there, none. */
const ageOf = (path) =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );

async function isAbandoned(path, held) {
  const age = await ageOf(path);
  if (age > GIVEN_UP) return true;
  const { pid, host } = read(held);
  if (host !== hostname()) return false;
  // After a restart in a container the number is this process's own; what it holds itself, it took after it had begun.
  if (pid === process.pid) return age > process.uptime() * 1000;
  return !isAlive(pid);
}

/** One that was cut off as it was written says nothing, and is held until it is given up. */
function read(held) {
  try {
    return JSON.parse(held);
  } catch (_cutOff) {
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
