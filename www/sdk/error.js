const WORDS = {
  notReady: {
    "zh-CN": "还没有加载完成，请先等待 init()",
    en: "not loaded yet: await init() first",
  },
  facilitiesLost: {
    "zh-CN": "机构名录已丢失（引擎重新启动过），请先 clearFacilities()，再重新导入",
    en: "the facilities were lost when the engine started anew: call clearFacilities(), then add them again",
  },
  unreadableInput: {
    "zh-CN": "无法读取输入",
    en: "the input cannot be read",
  },
  wrongType: {
    "zh-CN": "类型不对",
    en: "the value is of the wrong type",
  },
  internal: {
    "zh-CN": "内部错误，请报告；本工具会自行恢复",
    en: "an internal fault, please report it; the package recovers by itself",
  },
  storageFull: {
    "zh-CN": "存储空间已满，还没有保存；请清理空间，稍后会再试",
    en: "the storage is full, so this is not saved yet; make room, it will be tried again",
  },
  storageUnavailable: {
    "zh-CN": "不能使用这台设备的存储，还没有保存",
    en: "this device's storage cannot be used, so this is not saved yet",
  },
  storageDamaged: {
    "zh-CN": "保存的备案记录已损坏，原样另存了一份，从空白开始",
    en: "the stored filings are damaged; they were set aside as they are, and the outbox begins empty",
  },
  missingField: {
    "zh-CN": "这个平台需要写明 wasm 文件的路径",
    en: "this host needs the path of the wasm file",
  },
};

/** The one error of the package: `code` is from a closed list, `path` names the field at fault. */
export class YidiError extends Error {
  /** @param {{ code: string, path: string, given?: string, allowed?: string, message: string, text: object, reason: object }} refusal */
  constructor({ code, path, given, allowed, message, text, reason }) {
    super(message);
    this.code = code;
    this.path = path;
    this.given = given;
    this.allowed = allowed;
    this.text = text;
    this.reason = reason;
  }
}

// On the prototype, as in every built-in error class, so that it is no enumerable property of each error.
Object.defineProperty(YidiError.prototype, "name", {
  value: "YidiError",
  configurable: true,
  writable: true,
});

/** Not by `instanceof`: what a host throws may come from another realm than this script's. */
export function isObject(value) {
  return typeof value === "object" && value !== null;
}

/**
 * An error that this layer raises itself, because the wasm could not be asked or did not answer.
 *
 * @param {keyof typeof WORDS} code
 * @param {any} [cause] what was thrown, by anyone
 * @param {string} [path]
 */
export function hostError(code, cause, path = "") {
  const text = WORDS[code];
  const words = text["zh-CN"];
  const message = isObject(cause) && "message" in cause ? `${words}（${cause.message}）` : words;
  const error = new YidiError({ code, path, message, text, reason: text });
  if (cause !== undefined) {
    Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
  }
  return error;
}

/** What the wasm returned as its refusal, as the class that callers can test for. */
export function refusal(returned) {
  const typed = isObject(returned) && typeof returned.code === "string" && isObject(returned.text);
  return typed ? new YidiError(returned) : hostError("unreadableInput", returned);
}
