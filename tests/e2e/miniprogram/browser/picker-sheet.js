function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function openSheet(label, content) {
  const sheet = element("dialog", "host-sheet");
  sheet.setAttribute("aria-label", label);
  const cancel = element("button", "host-sheet-cancel", "取消");
  cancel.addEventListener("click", () => sheet.close());
  sheet.addEventListener("close", () => sheet.remove());
  sheet.append(content, cancel);
  document.body.append(sheet);
  sheet.showModal();
  return sheet;
}

/** The list WeChat draws over the page for `mode="selector"`. */
export function chooseFromList(labels, chosen, onChoose) {
  const list = element("div", "host-sheet-list");
  const sheet = openSheet("picker", list);
  labels.forEach((label, index) => {
    const option = element("button", "host-sheet-option", label);
    if (index === chosen) option.setAttribute("aria-current", "true");
    option.addEventListener("click", () => {
      sheet.close();
      onChoose(index);
    });
    list.append(option);
  });
}

/** The wheel WeChat draws over the page for `mode="date"`. */
export function chooseDate({ value, start, end }, onChoose) {
  const form = element("div", "host-sheet-list");
  const date = element("input", "host-sheet-date");
  Object.assign(date, { type: "date", value, min: start, max: end });
  const confirm = element("button", "host-sheet-confirm", "确定");
  form.append(date, confirm);
  const sheet = openSheet("date picker", form);
  confirm.addEventListener("click", () => {
    sheet.close();
    if (date.value) onChoose(date.value);
  });
}
