/*
 * What every host of the contract tests has in common: it counts instantiations, can make them fail, and can make the next
 * call trap. The trap is a real one: an allocation of an absurd size, in the very instance that is called.
 */

/** wasm-bindgen's own exports begin so. */
const INTERNAL = "__";
const ABSURD_SIZE = -1;

const isCall = (name, member) => typeof member === "function" && !name.startsWith(INTERNAL);

export class Harness {
  instantiations = 0;
  #failuresLeft = 0;
  #trapArmed = false;

  failNextInstantiations(count) {
    this.#failuresLeft = count;
  }

  trapNextCall() {
    this.#trapArmed = true;
  }

  /** Every host calls this when it is asked for an instance. */
  countInstantiation() {
    this.instantiations += 1;
    if (this.#failuresLeft > 0) {
      this.#failuresLeft -= 1;
      throw new Error("the host could not instantiate");
    }
  }

  /** The exports as a host hands them out. */
  handOut(exports) {
    const handed = { ...exports };
    const calls = Object.keys(exports).filter((name) => isCall(name, exports[name]));
    for (const name of calls) {
      handed[name] = (...args) => {
        if (!this.#trapArmed) return exports[name](...args);
        this.#trapArmed = false;
        return exports.__wbindgen_malloc(ABSURD_SIZE, 1);
      };
    }
    return Object.freeze(handed);
  }
}
