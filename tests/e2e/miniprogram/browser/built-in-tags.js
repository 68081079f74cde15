import { chooseDate, chooseFromList } from "./picker-sheet.js";
import { containerGone, containerShown } from "./router.js";

const ARIA = {
  ariaRole: "role",
  ariaLabel: "aria-label",
  ariaExpanded: "aria-expanded",
  ariaChecked: "aria-checked",
  ariaDisabled: "aria-disabled",
  ariaHidden: "aria-hidden",
  ariaLevel: "aria-level",
};

const node = (component) => component.getBackendElement();

function writeAttribute(component, name, value) {
  if (value === "" || value === undefined || value === null) node(component).removeAttribute(name);
  else node(component).setAttribute(name, String(value));
}

function ariaObservers() {
  return Object.entries(ARIA).map(([property, attribute]) => ({
    fields: property,
    observer(value) {
      writeAttribute(this, attribute, value);
    },
  }));
}

const input = {
  properties: {
    value: String,
    type: { type: String, value: "text" },
    placeholder: String,
    placeholderClass: String,
    maxlength: { type: Number, value: 140 },
    disabled: Boolean,
    confirmType: String,
    cursorSpacing: Number,
  },
  observers: [
    {
      fields: "value",
      observer(value) {
        if (this.field && this.field.value !== value) this.field.value = value;
      },
    },
    {
      fields: "placeholder, ariaLabel",
      observer() {
        if (this.field) describeField(this);
      },
    },
  ],
  attached() {
    this.field = document.createElement("input");
    this.field.inputMode = { digit: "decimal", number: "numeric", idcard: "text" }[this.data.type] ?? "text";
    this.field.value = this.data.value;
    describeField(this);
    this.field.addEventListener("input", (event) => {
      event.stopPropagation();
      this.triggerEvent("input", { value: this.field.value, cursor: this.field.selectionStart });
    });
    this.field.addEventListener("blur", () => this.triggerEvent("blur", { value: this.field.value }));
    node(this).append(this.field);
  },
};

function describeField(component) {
  const { placeholder, ariaLabel, maxlength, disabled } = component.data;
  Object.assign(component.field, { placeholder, disabled, maxLength: maxlength });
  component.field.setAttribute("aria-label", ariaLabel);
}

const picker = {
  properties: {
    mode: { type: String, value: "selector" },
    range: { type: Array, value: [] },
    value: null,
    start: String,
    end: String,
    disabled: Boolean,
  },
  attached() {
    const choose = (value) => this.triggerEvent("change", { value });
    node(this).addEventListener("click", () => {
      const { mode, range, value, start, end, disabled } = this.data;
      if (disabled) return;
      if (mode === "selector") chooseFromList(range, Number(value), choose);
      else if (mode === "date") chooseDate({ value, start, end }, choose);
      else throw new Error(`picker: this host has no mode "${mode}"`);
    });
  },
};

const button = {
  properties: {
    disabled: Boolean,
    loading: Boolean,
    type: { type: String, value: "default" },
    hoverClass: { type: String, value: "button-hover" },
  },
  observers: [
    {
      fields: "disabled",
      observer(disabled) {
        writeAttribute(this, "aria-disabled", disabled ? "true" : "");
        writeAttribute(this, "disabled", disabled ? "disabled" : "");
      },
    },
  ],
  attached() {
    writeAttribute(this, "role", this.data.ariaRole || "button");
    writeAttribute(this, "tabindex", "0");
    node(this).addEventListener("mouseup", (event) => this.data.disabled && event.stopPropagation());
  },
};

/** A page within the page; here it only holds the phone's way back, as its pages use it. */
const pageContainer = {
  properties: {
    show: Boolean,
    overlay: { type: Boolean, value: true },
    duration: { type: Number, value: 300 },
    customStyle: String,
  },
  observers: [
    {
      fields: "show",
      observer(show) {
        if (show) this.open();
        else this.close();
      },
    },
  ],
  methods: {
    open() {
      this.isOpen = true;
      containerShown(node(this).closest("wx-page"), () => this.close());
    },
    close() {
      if (!this.isOpen) return;
      this.isOpen = false;
      containerGone(node(this).closest("wx-page"));
      for (const name of ["beforeleave", "leave", "afterleave"]) this.triggerEvent(name);
    },
  },
};

const TAGS = {
  view: { properties: { hoverClass: String } },
  text: { properties: { userSelect: Boolean, space: String } },
  button,
  input,
  picker,
  "page-container": pageContainer,
};

export const BUILT_IN_TAGS = Object.keys(TAGS);

/** Defines WeChat's built-in tags as glass-easel components, as far as the pages use them. */
export function defineBuiltInTags(space) {
  for (const [name, tag] of Object.entries(TAGS)) {
    const aria = Object.fromEntries(Object.keys(ARIA).map((property) => [property, String]));
    const definition = space.define(`built-in/${name}`);
    definition.definition({
      properties: { ...aria, ...tag.properties },
      observers: [...ariaObservers(), ...(tag.observers ?? [])],
      methods: tag.methods ?? {},
      lifetimes: { attached: tag.attached ?? (() => {}) },
    });
    space.setGlobalUsingComponent(name, definition.registerComponent());
  }
}
