require("../../screen.js")("settings");
