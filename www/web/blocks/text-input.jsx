import { useLayoutEffect, useRef } from "preact/hooks";

/** Handed on for a day that no calendar has: of such a date the browser tells nothing but that it is none. */
const NO_SUCH_DAY = "?";

/**
 * A box to type in. What an input method is still composing (pinyin on its way to a word) is neither handed on nor overwritten.
 * @param {{ value: string, onText: (text: string) => void }} given the rest goes to the input
 */
export function TextInput({ value, onText, ...rest }) {
  const box = useRef(null);
  const composing = useRef(false);
  useLayoutEffect(() => {
    const isOwn = composing.current || box.current.validity.badInput;
    if (!isOwn && box.current.value !== value) box.current.value = value;
  });
  return (
    <input
      {...rest}
      ref={box}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onText(event.currentTarget.value);
      }}
      onBlur={(event) => event.currentTarget.validity.badInput && onText(NO_SUCH_DAY)}
      onInput={(event) => !composing.current && onText(event.currentTarget.value)}
    />
  );
}
