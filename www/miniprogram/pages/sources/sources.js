require("../../screen.js")("sources");
