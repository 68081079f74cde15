import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../www/present/store.js";
import { memoryStorage } from "./fake-host.mjs";

const text = (value, version = 1) => JSON.stringify({ version, value });

test("what is put is there at once, and the next time", () => {
  const storage = memoryStorage();
  const store = createStore(storage);
  assert.equal(store.get("recent"), null);
  store.put("recent", ["411100"]);
  assert.deepEqual(store.get("recent"), ["411100"]);
  assert.deepEqual(createStore(storage).get("recent"), ["411100"]);
  assert.deepEqual(createStore(storage).trouble(), {});
});

test("a slot that is none is refused", () => {
  for (const slot of ["person", "constructor", "__proto__"]) {
    const store = createStore(memoryStorage());
    for (const call of [() => store.get(slot), () => store.put(slot, 1), () => store.forget(slot)])
      assert.throws(call, RangeError, slot);
  }
});

for (const damaged of ["?", '"', text([], 2), "{}", "null"]) {
  test(`${damaged} is set aside before anything takes its place, and counts as trouble`, () => {
    const storage = memoryStorage({ "yidi.filings": damaged });
    const store = createStore(storage);
    assert.equal(store.get("filings"), null);
    assert.deepEqual(store.trouble(), { filings: "unreadable" });
    store.put("filings", [1]);
    assert.deepEqual(storage.kept, { "yidi.filings": text([1]), "yidi.filings.aside": text([damaged]) });
    assert.deepEqual(store.everything(), { filings: [1], aside: { filings: [damaged] } });
    assert.deepEqual(createStore(storage).trouble(), {}, "it is told once");
  });
}

test("what is set aside twice is there twice, and the same text once", () => {
  const storage = memoryStorage({ "yidi.slip": "first" });
  createStore(storage).get("slip");
  for (const again of ["second", "second", "first"]) {
    storage.write("yidi.slip", again);
    createStore(storage).get("slip");
  }
  assert.deepEqual(JSON.parse(storage.kept["yidi.slip.aside"]).value, ["first", "second"]);
});

test("a full device keeps what it has: nothing unread is overwritten", () => {
  const storage = memoryStorage({ "yidi.filing": "unread" });
  const { write } = storage;
  storage.write = () => {
    throw new Error("full");
  };
  const store = createStore(storage);
  store.get("filing");
  store.put("filing", 1);
  assert.deepEqual(storage.kept, { "yidi.filing": "unread" });
  assert.deepEqual(store.trouble(), { filing: "notSaved" });
  assert.equal(store.get("filing"), 1, "for this visit it is there");
  storage.write = write;
  store.put("filing", 2);
  assert.deepEqual(storage.kept, { "yidi.filing": text(2), "yidi.filing.aside": text(["unread"]) });
  assert.deepEqual(store.trouble(), {});
});

test("a device that could not be read for a while loses nothing either", () => {
  const storage = memoryStorage({ "yidi.filings": text(["old"]) });
  const { read } = storage;
  storage.read = () => {
    throw new Error("locked");
  };
  const store = createStore(storage);
  assert.equal(store.get("filings"), null);
  store.put("filings", ["new"]);
  assert.deepEqual(storage.kept, { "yidi.filings": text(["old"]) });
  storage.read = read;
  store.put("filings", ["new"]);
  assert.deepEqual(JSON.parse(storage.kept["yidi.filings.aside"]).value, [text(["old"])]);
});

test("what makes no sense to whoever reads it is set aside on demand", () => {
  const storage = memoryStorage({ "yidi.filing": text({ session: "forged" }) });
  const store = createStore(storage);
  store.get("filing");
  store.setAside("filing");
  assert.equal(store.get("filing"), null);
  assert.deepEqual(Object.keys(storage.kept), ["yidi.filing.aside"]);
});

test("everything is forgotten, what was set aside too", () => {
  const storage = memoryStorage({ "yidi.slip": "?", "yidi.recent": text(["411100"]), "another's": "stays" });
  const store = createStore(storage);
  store.everything();
  store.forgetEverything();
  assert.deepEqual(storage.kept, { "another's": "stays" });
  assert.deepEqual([store.everything(), store.trouble()], [{}, {}]);
});

test("a slot that cannot be forgotten is told", () => {
  const storage = memoryStorage({ "yidi.recent": text([]) });
  storage.remove = () => {
    throw new Error("no");
  };
  const store = createStore(storage);
  store.forgetEverything();
  assert.ok(Object.entries(store.trouble()).some(([slot, kind]) => slot === "recent" && kind === "notSaved"));
});
