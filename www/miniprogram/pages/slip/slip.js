require("../../screen.js")("slip");
