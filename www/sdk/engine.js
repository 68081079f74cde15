import { createGlue } from "yidi:glue";
import { hostError, isObject, refusal } from "./error.js";

/** The module name under which the wasm asks for its imports. */
const IMPORT_MODULE = "./yidi_bg.js";

/**
 * One wasm instance with glue of its own.
 *
 * The generated glue keeps views of the memory and a table of the objects that the wasm holds. Both belong to one instance,
 * so a new instance gets new glue: nothing of a dead one can be reached, and nothing of it is kept.
 */
export class Engine {
  constructor() {
    this.glue = createGlue();
    /** @type {WebAssembly.Imports} */
    this.imports = { [IMPORT_MODULE]: Object.assign({}, this.glue) };
    /**
     * Set once anything was thrown through wasm frames: destructors were skipped, so the memory cannot be trusted.
     *
     * @type {{ thrown: any } | null}
     */
    this.fault = null;
  }

  connect(exports) {
    const watched = this.watch(exports);
    this.glue.__wbg_set_wasm(watched);
    if (watched.__wbindgen_start) watched.__wbindgen_start();
  }

  /** A refusal is returned by the wasm and thrown by the glue; what comes out of an export itself is a fault. */
  watch(exports) {
    const watched = {};
    for (const name of Object.keys(exports)) {
      const member = exports[name];
      watched[name] = typeof member === "function" ? this.guard(member) : member;
    }
    return watched;
  }

  guard(entry) {
    return (...args) => {
      try {
        return entry(...args);
      } catch (thrown) {
        if (this.fault === null) this.fault = { thrown };
        throw thrown;
      }
    };
  }

  call(name, args) {
    try {
      const result = this.glue[name](...args);
      if (this.fault === null) return result;
    } catch (thrown) {
      if (this.fault === null) throw refusal(thrown);
    }
    throw hostError(isTrap(this.fault.thrown) ? "internal" : "unreadableInput", this.fault.thrown);
  }
}

/** By name, since hosts differ in where (and whether) they show the class. */
function isTrap(thrown) {
  return isObject(thrown) && thrown.name === "RuntimeError";
}
