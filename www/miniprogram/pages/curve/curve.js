require("../../screen.js")("curve");
