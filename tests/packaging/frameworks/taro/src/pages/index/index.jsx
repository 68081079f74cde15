import { Text } from "@tarojs/components";
import { useEffect, useState } from "react";
import { threeCalls } from "../../three-calls";
export default function Index() {
  const [told, tell] = useState("");
  useEffect(() => {
    threeCalls("/yidi/yidi_bg.wasm.br").then((answers) => tell(JSON.stringify(answers)));
  }, []);
  return <Text id="told">{told}</Text>;
}
