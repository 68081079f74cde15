require("../../screen.js")("about");
