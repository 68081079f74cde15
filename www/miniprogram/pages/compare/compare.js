require("../../screen.js")("compare");
