/*
 * Storage and requests as WeChat has them (`wx`) and Douyin copied them (`tt`): functions that take an object with callbacks.
 * `api()` is asked for only when it is used, so that the package loads where there is none.
 */

/** @param {() => any} api @param {string} name @param {object} options @returns {Promise<any>} */
const promised = (api, name, options = {}) =>
  new Promise((success, fail) => {
    api()[name](Object.assign({ success, fail }, options));
  });

/** @param {() => any} api */
export const miniPost =
  (api) =>
  async ({ url, headers, body, timeout }) => {
    const request = { url, method: "POST", header: headers, data: body, dataType: "text", timeout };
    const { statusCode, data } = await promised(api, "request", request);
    return { status: statusCode, text: data };
  };

/** The names that are in use: a mini-program runs once on a phone, and all of it shares this. @type {Set<string>} */
const inUse = new Set();

/**
 * Two slots in turn: whether a write that is cut off leaves the value before it is written nowhere, so the value before it is never the
 * one that is overwritten. A slot holds its number, its length and the text; one that was cut off does not add up.
 *
 * @param {() => any} api
 */
export const miniStorage =
  (api) =>
  (name = "yidi-outbox") => {
    /** The last number that was written, in the slot of its parity. */
    let last = 0;
    const slot = (number) => `${name}.${number % 2}`;

    async function get(key) {
      const { keys } = await promised(api, "getStorageInfo");
      return keys.includes(key) ? (await promised(api, "getStorage", { key })).data : null;
    }

    return {
      /** One outbox at a time: two would overwrite each other's filings. */
      async lock() {
        if (inUse.has(name)) throw new Error(`${name} is in use`);
        inUse.add(name);
        return () => inUse.delete(name);
      },
      async read() {
        const slots = [await get(slot(0)), await get(slot(1))].filter((held) => held !== null);
        const whole = slots.map(wholeIn).filter((held) => held !== null);
        if (whole.length > 0) {
          const newest = whole.reduce((one, other) => (other.number > one.number ? other : one));
          last = newest.number;
          return newest.text;
        }
        return slots.length === 0 ? null : slots.map(String).join("\n");
      },
      async write(text) {
        const number = last + 1;
        await promised(api, "setStorage", { key: slot(number), data: `${number}\n${text.length}\n${text}` });
        last = number;
      },
      async setAside(text) {
        const { keys } = await promised(api, "getStorageInfo");
        let at = 1;
        while (keys.includes(`${name}.damaged-${at}`)) at += 1;
        await promised(api, "setStorage", { key: `${name}.damaged-${at}`, data: text });
      },
    };
  };

function wholeIn(held) {
  const found = /^(\d+)\n(\d+)\n/.exec(held);
  if (found === null) return null;
  const text = held.slice(found[0].length);
  return text.length === Number(found[2]) ? { number: Number(found[1]), text } : null;
}
