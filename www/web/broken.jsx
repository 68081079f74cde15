/** Nothing can be shown. In both languages: perhaps not even the reader's is known. */
export function Broken({ wordsOf, reload }) {
  return (
    <main class="main broken" role="alert">
      {["zh-CN", "en"].map((language) => (
        <p key={language} lang={language}>
          {wordsOf(language).broken}
        </p>
      ))}
      <button type="button" class="button quiet" onClick={reload}>
        {wordsOf("zh-CN").reload} <span lang="en">{wordsOf("en").reload}</span>
      </button>
    </main>
  );
}
