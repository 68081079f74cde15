require("../../screen.js")("outcome");
