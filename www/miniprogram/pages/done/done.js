require("../../screen.js")("done");
