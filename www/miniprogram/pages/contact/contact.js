require("../../screen.js")("contact");
