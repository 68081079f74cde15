require("../../screen.js")("filings");
