require("../../screen.js")("notice");
