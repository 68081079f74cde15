require("../../screen.js")("emergency");
