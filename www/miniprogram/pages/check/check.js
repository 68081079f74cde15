require("../../screen.js")("check");
