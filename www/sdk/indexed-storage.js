const STORE = "outbox";
const KEY = "state";

/** IndexedDB: what a transaction has not completed has not happened. */
export function deviceStorage(name = "yidi-outbox") {
  /** @type {Promise<IDBDatabase> | null} */
  let opening = null;

  function open() {
    if (opening !== null) return opening;
    opening = new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => {
        // The browser may close it under pressure, and a later version of the page may want it; then it is opened anew.
        request.result.onclose = forget;
        request.result.onversionchange = () => {
          request.result.close();
          forget();
        };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    opening.catch(forget);
    return opening;
  }

  function forget() {
    opening = null;
  }

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} work */
  async function inTransaction(mode, work) {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error || request.error);
    });
  }

  return {
    /** One page at a time, where the browser can see to it: two would overwrite each other's filings. */
    lock() {
      if (!navigator.locks) return Promise.resolve(() => {});
      return new Promise((resolve, reject) => {
        const whileHeld = (lock) =>
          lock === null
            ? reject(new Error(`${name} is in use by another page`))
            : new Promise((release) => {
                resolve(() => release(undefined));
              });
        navigator.locks.request(`yidi ${name}`, { ifAvailable: true }, whileHeld).catch(reject);
      });
    },
    async read() {
      const text = await inTransaction("readonly", (store) => store.get(KEY));
      return text === undefined ? null : String(text);
    },
    async write(text) {
      await inTransaction("readwrite", (store) => store.put(text, KEY));
    },
    async setAside(text) {
      await inTransaction("readwrite", (store) => store.add(text, `damaged-${Date.now()}`));
    },
  };
}
