/** What the publisher of the mini-program may set. As it stands, nothing is sent anywhere. */
module.exports = {
  /** Where a completed filing is sent; its origin has to stand among the app's request domains. "" sends none. */
  receiver: "",
  /** The facilities as CSV text, say `require("./facilities.js")`; "" where there are none. */
  facilities: "",
};
