import { withPlainCharacters } from "./money.js";
import { fill } from "./text.js";
import { periods } from "./words/periods.js";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026-03-01" → "2026年3月1日" or "1 March 2026" */
export function formatDate(date, language) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return date;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return language === "en" ? `${day} ${MONTHS[month - 1]} ${match[1]}` : `${match[1]}年${month}月${day}日`;
}

/** From a day, and to another where there is one. */
export function formatPeriod({ from, to }, language) {
  const days = { from: formatDate(from, language), to: to ? formatDate(to, language) : "" };
  return fill(to ? periods.fromTo : periods.from, language, days);
}

/** A day as people write it: 2026-3-1, 2026/03/01, 2026年3月1日; what is none stays as it is. */
export function typedDate(text) {
  const plain = withPlainCharacters(text).trim();
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain);
  return match ? [match[1], `0${match[2]}`.slice(-2), `0${match[3]}`.slice(-2)].join("-") : plain;
}
