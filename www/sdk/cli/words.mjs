// What the command line says, in both languages; what the engine says comes from the engine.

/** @typedef {"zh-CN" | "en"} Language */

export const WORDS = {
  usage: {
    "zh-CN": `用法：yidi <命令> [选项] 文件…

命令
  run case.json …      运行案例；写了 expect 的，逐项核对
  explain case.json …  说明每一个数怎样得来、依据哪一条
  lint pack.json …     检查政策包
  文件写 - ，就从标准输入读

选项
  --json               输出 JSON
  --lang zh-CN|en      语言，默认中文
  --today 2026-11-22   lint：按哪一天看是否该复核，默认今天
  --version, --help

退出码：0 没有问题；1 结果不符、规定拒绝回答或政策包有错；2 用法或文件有误`,
    en: `usage: yidi <command> [options] file …

commands
  run case.json …      run cases; those with an "expect" are held to it
  explain case.json …  where every figure comes from, and by which rule
  lint pack.json …     check policy packs
  the file - is the standard input

options
  --json               write JSON
  --lang zh-CN|en      the language; Chinese by default
  --today 2026-11-22   lint: the day by which a review is due; today by default
  --version, --help

exit codes: 0 nothing wrong; 1 a result differs, a rule refuses, or a pack has errors; 2 the call or a file cannot be read`,
  },
  noFile: { "zh-CN": "没有写文件", en: "no file is named" },
  unknownCommand: { "zh-CN": "没有这个命令：{name}", en: "no such command: {name}" },
  unknownLanguage: {
    "zh-CN": "--lang 只能是 {known}；给出 {given}",
    en: "--lang is one of {known}; given {given}",
  },
  unreadable: { "zh-CN": "{file}：读不了（{why}）", en: "{file}: cannot be read ({why})" },
  noCase: {
    "zh-CN": '不是案例：要有 "yidi": 1、kind（{kinds}）和 input',
    en: 'not a case: it needs "yidi": 1, a kind ({kinds}) and an input',
  },
  unknownField: { "zh-CN": "案例里没有 {name} 这一项", en: "a case has no field {name}" },
  differs: {
    "zh-CN": "{path}：应为 {expected}，实为 {found}",
    en: "{path}: expected {expected}, found {found}",
  },
  refused: { "zh-CN": "没有回答", en: "refused" },
  least: { "zh-CN": "最少", en: "Least" },
  most: { "zh-CN": "最多", en: "Most" },
  assumes: { "zh-CN": "当作", en: "taking" },
  ownFigure: { "zh-CN": "您自己填的数", en: "your own figure" },
  noLedger: {
    "zh-CN": "explain 用于 estimate 和 estimateRange 的案例；这是 {kind}",
    en: "explain is for cases of estimate and estimateRange; this is {kind}",
  },
  nothingWrong: { "zh-CN": "没有问题", en: "nothing wrong" },
  error: { "zh-CN": "错误", en: "error" },
  warning: { "zh-CN": "提醒", en: "warning" },
};

/** A function that says the words of one language. @param {Language} language */
export const speaker =
  (language) =>
  (/** @type {keyof typeof WORDS} */ name, values = {}) =>
    WORDS[name][language].replace(/\{(\w+)\}/g, (gap, key) => (key in values ? String(values[key]) : gap));
