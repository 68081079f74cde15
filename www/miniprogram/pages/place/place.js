require("../../screen.js")("place");
