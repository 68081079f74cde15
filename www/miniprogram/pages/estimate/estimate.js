require("../../screen.js")("estimate");
