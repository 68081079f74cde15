require("../../screen.js")("failed");
