let loading = null;

/**
 * The engine, loaded once for the whole mini-program. A failure is not kept: the next call tries again.
 */
function loadEngine() {
  if (!loading) {
    loading = Promise.resolve()
      .then(() => {
        const yidi = require("yidi");
        return yidi.init().then(() => yidi);
      })
      .catch((error) => {
        loading = null;
        throw error;
      });
  }
  return loading;
}

module.exports = { loadEngine };
