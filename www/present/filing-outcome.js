// How two outcomes of the wizard compare.

const made = (outcome) => {
  const { kind, plan } = outcome || {};
  return [kind, plan && plan.category, plan && plan.proof, plan && plan.place].join();
};

/** Whether a change of the answers has left the filing what it was, but for its days. */
export function isSameFiling(before, after) {
  return made(before) === made(after);
}
