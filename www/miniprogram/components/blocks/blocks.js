const { paperText } = require("../../paper-text.js");

/** Reaches the page through however many groups lie between. */
const UPWARDS = { bubbles: true, composed: true };

function toggled(values, value) {
  const others = values.filter((one) => one !== value);
  return others.length < values.length ? others : values.concat(value);
}

/** Draws a presenter's blocks, each kind by the template of its name; what is open and what is closed, it keeps itself. */
Component({
  properties: {
    blocks: { type: Array, value: [] },
    words: { type: Object, value: {} },
    care: Boolean,
    /** Before the positions of these blocks: where the block stands that holds them. */
    before: String,
    /** The place of a block that the reader is to see; what is closed around it opens. */
    reveal: String,
  },

  data: { opened: {} },

  observers: {
    reveal(place) {
      const { blocks, before } = this.data;
      const around = blocks.find(
        (block, index) => block.kind === "details" && place.indexOf(`${before}${index}-`) === 0,
      );
      if (around && !this.data.opened[around.id]) this.toggle(around.id);
    },
  },

  methods: {
    say(name, detail) {
      this.triggerEvent(name, detail, UPWARDS);
    },

    toggle(key) {
      const opened = Object.assign({}, this.data.opened);
      opened[key] = !opened[key];
      this.setData({ opened });
    },

    onToggle(event) {
      this.toggle(event.currentTarget.dataset.key);
    },

    onAct(event) {
      const { id, value, off } = event.currentTarget.dataset;
      if (!off) this.say("act", { id, value });
    },

    onChoose(event) {
      const { index, value } = event.currentTarget.dataset;
      const block = this.data.blocks[index];
      const chosen = block.value ? block.value.split(",") : [];
      this.say("choose", { id: block.id, value: block.several ? toggled(chosen, value).join(",") : value });
    },

    onDate(event) {
      this.say("choose", { id: event.currentTarget.dataset.id, value: event.detail.value });
    },

    onInput(event) {
      const { id, place } = event.currentTarget.dataset;
      this.say("typed", { id, place, name: "value", value: event.detail.value });
    },

    onQuery(event) {
      const { id, place } = event.currentTarget.dataset;
      this.say("typed", { id: `${id}.query`, place, name: "query", value: event.detail.value });
    },

    onBlur() {
      this.say("typedout");
    },

    onCopyPaper(event) {
      const { blocks, words } = this.data;
      this.say("copytext", { text: paperText(blocks[event.currentTarget.dataset.index], words.colon) });
    },

    onCopy(event) {
      this.say("copytext", { text: event.currentTarget.dataset.text });
    },
  },
});
