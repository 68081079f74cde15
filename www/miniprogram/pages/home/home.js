require("../../screen.js")("home");
