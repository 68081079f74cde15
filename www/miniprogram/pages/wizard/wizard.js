require("../../screen.js")("wizard");
