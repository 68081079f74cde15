import assert from "node:assert/strict";
import { test } from "node:test";
import { withSmallTexts } from "../../pkg-scripts/small-texts.mjs";

const evaluated = (code) => new Function(`${code};return value`)();

test("texts in two languages are written shorter, and are the same", () => {
  const texts = `{a:{"zh-CN":"说“好”",en:'it is "so"'},b:[{"zh-CN":"a\\"}b",en:\`x\\\`y\`}],c:{"zh-CN":f(1),en:"no"}}`;
  const code = `const f=String,value=${texts}`;
  const small = withSmallTexts(code);
  assert.deepEqual(evaluated(small), evaluated(code));
  assert.ok(small.includes(`t$("说“好”",'it is "so"')`), small);
  assert.equal(small.split("t$(").length, 3);
});

test("a template with a gap is no text", () => {
  const code = `const n=1,value={"zh-CN":\`\${n}\`,en:"one"}`;
  assert.deepEqual(evaluated(withSmallTexts(code)), { "zh-CN": "1", en: "one" });
});

test("the function takes no name that the code has", () => {
  const code = 'const t$=1,value=[t$,{"zh-CN":"一",en:"one"}]';
  assert.deepEqual(evaluated(withSmallTexts(code)), [1, { "zh-CN": "一", en: "one" }]);
});
