"use client";
import { useEffect, useState } from "react";
import { threeCalls } from "../three-calls.js";

export default function Page() {
  const [told, tell] = useState("");
  useEffect(() => {
    threeCalls().then((answers) => tell(JSON.stringify(answers)));
  }, []);
  return <main>{told && <pre id="told">{told}</pre>}</main>;
}
